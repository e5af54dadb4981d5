export const reception = {
  'reception.hasAddress': 'Ця людина має електронну адресу: вона входить за нею, без картки.',
} as const;
