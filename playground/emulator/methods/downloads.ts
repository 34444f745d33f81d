import { badRequest } from '../refusal.js';
import type { Method } from './method.js';

const downloadLimit = 20 * 1024 * 1024;

const getFile: Method = (messenger, { parameters }) => {
  const file = messenger.files.find(parameters.text('file_id'));
  if (!file) throw badRequest('invalid file_id');
  if (file.bytes.length > downloadLimit) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: `u-${file.id}`,
    file_size: file.bytes.length,
    file_path: file.path,
  };
};

export const downloads = { getFile };
