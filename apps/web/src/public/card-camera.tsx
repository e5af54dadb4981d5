import { MoreMessages } from '../i18n/provider.js';
import { QrCamera } from '../staff/trainer/qr-camera.js';
import '../styles/staff.css';

/** The camera of the door, for cards; its words and looks travel only when somebody wants it. */
export default function CardCamera({ onCode }: { onCode: (text: string) => void }) {
  return (
    <MoreMessages area="web-staff">
      <div className="staff">
        <QrCamera onCode={onCode} />
      </div>
    </MoreMessages>
  );
}
