// Hands over less than it has announced.
process.send?.({ bytes: 8, arrays: [] }, () => process.stdout.write('four', () => process.disconnect()));
