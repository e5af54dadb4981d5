import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useText, type MessageKey } from '../../i18n/text.js';
import { Button, Icon, Notice } from '../../ui/index.js';
import { openQrReader, type QrReader } from './qr-reader.js';

type Problem = 'refused' | 'absent' | 'busy' | 'insecure';

const explanations: Record<Problem, { title: MessageKey; text: MessageKey }> = {
  refused: { title: 'staff.camera.refused.title', text: 'staff.camera.refused.text' },
  absent: { title: 'staff.camera.absent.title', text: 'staff.camera.absent.text' },
  busy: { title: 'staff.camera.busy.title', text: 'staff.camera.busy.text' },
  insecure: { title: 'staff.camera.insecure.title', text: 'staff.camera.insecure.text' },
};

const BETWEEN_PICTURES_MS = 120;
/** A code that stays before the camera counts once. */
const SAME_CODE_MS = 4000;

function problemOf(error: unknown): Problem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent';
  return 'busy';
}

/** Reads QR codes with the camera, one after the other, until it is stopped. Nothing is recorded or sent. */
export function QrCamera({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useText();
  const [wanted, setWanted] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const start = (): void => {
    const reachable = 'mediaDevices' in navigator;
    setProblem(reachable ? null : 'insecure');
    setWanted(reachable);
  };
  const fail = (found: Problem): void => {
    setProblem(found);
    setWanted(false);
  };
  return (
    <div className="stack tight">
      {wanted && <Viewfinder onCode={onCode} onProblem={fail} />}
      {problem && (
        <Notice tone="warn" role="alert" title={t(explanations[problem].title)}>
          <p>{t(explanations[problem].text)}</p>
        </Notice>
      )}
      <div>
        <Button look="secondary" onClick={wanted ? () => setWanted(false) : start}>
          <Icon name="camera" size={22} />
          {t(wanted ? 'staff.camera.stop' : problem ? 'staff.camera.retry' : 'staff.camera.start')}
        </Button>
      </div>
    </div>
  );
}

function Viewfinder({ onCode, onProblem }: { onCode: (text: string) => void; onProblem: (found: Problem) => void }) {
  const { t } = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const found = useEffectEvent(onCode);
  const failed = useEffectEvent(onProblem);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const ending = new AbortController();
    watch(element, { ending: ending.signal, found: (code) => found(code), ready: () => setReady(true) }).catch(
      (error: unknown) => {
        if (!ending.signal.aborted) failed(problemOf(error));
      },
    );
    return () => ending.abort();
  }, []);

  return (
    <div className="viewfinder">
      <video ref={video} playsInline muted aria-label={t('staff.camera.picture')} />
      <span className="viewfinder-frame" aria-hidden="true" />
      <p role="status" className="small">
        {t(ready ? 'staff.camera.ready' : 'staff.camera.opening')}
      </p>
    </div>
  );
}

interface Watch {
  ending: AbortSignal;
  found: (code: string) => void;
  ready: () => void;
}

/** Opens the camera and looks for codes until told to end; the camera's light goes out then. */
async function watch(video: HTMLVideoElement, { ending, found, ready }: Watch): Promise<void> {
  const [stream, read] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment' } }),
    openQrReader(),
  ]);
  const release = (): void => stream.getTracks().forEach((track) => track.stop());
  if (ending.aborted) return release();
  ending.addEventListener('abort', release);
  video.srcObject = stream;
  await video.play();
  ready();
  await lookForCodes(video, read, { ending, found });
}

async function lookForCodes(video: HTMLVideoElement, read: QrReader, { ending, found }: Omit<Watch, 'ready'>) {
  let last = { code: '', at: -SAME_CODE_MS };
  while (!ending.aborted) {
    const code = await read(video);
    const now = performance.now();
    if (code && !ending.aborted) {
      if (code !== last.code || now - last.at > SAME_CODE_MS) found(code);
      last = { code, at: now };
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_PICTURES_MS));
  }
}
