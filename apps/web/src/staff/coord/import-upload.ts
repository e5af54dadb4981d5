import { ApiError } from '../../api/errors.js';
import { currentLocale } from '../../i18n/locale.js';

/**
 * Sends a file as it is. The platform reads it after the last byte.
 *
 * @param onProgress gets how much is sent, from 0 to 1
 * @returns identifier of the import
 * @throws ApiError of a known code
 */
export function upload(file: File, network: string, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body is sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/volunteers?${new URLSearchParams({ network, name: file.name }).toString()}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentLocale());
    request.setRequestHeader('x-requested-with', 'pages');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('OFFLINE', 'No answer'));
    request.onload = () => {
      if (request.status === 200) resolve((request.response as { id: string }).id);
      else reject(errorOf(request));
    };
    request.send(file);
  });
}

function errorOf(request: XMLHttpRequest): ApiError {
  const { message = '', ...extensions } = (request.response ?? {}) as { message?: string };
  return ApiError.of(message || `HTTP ${request.status}`, extensions, request.getResponseHeader('x-request-id'));
}
