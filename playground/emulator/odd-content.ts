export type OddKind = 'sticker' | 'voice' | 'location' | 'poll';

const file = (name: string) => ({ file_id: name, file_unique_id: name, file_size: 1000 });

/** What people also send, as it stands on the wire. */
export const oddContent: Readonly<Record<OddKind, Record<string, unknown>>> = {
  sticker: {
    sticker: {
      ...file('sticker-1'),
      type: 'regular',
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji: '🙂',
    },
  },
  voice: { voice: { ...file('voice-1'), duration: 3, mime_type: 'audio/ogg' } },
  location: { location: { latitude: 35.6892, longitude: 51.389 } },
  poll: {
    poll: {
      id: '1',
      question: '?',
      options: [
        { text: '1', voter_count: 0 },
        { text: '2', voter_count: 0 },
      ],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
    },
  },
};

/** A mobile as messengers write it on a contact card: country code, no plus. */
export const cardPhone = (phone: string) => phone.replace(/^\+/, '').replace(/^0(?=9\d{9}$)/, '98');
