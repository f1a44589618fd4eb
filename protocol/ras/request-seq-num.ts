/** Every RAS message has one. */
export const requestSeqNum = { name: "requestSeqNum", least: 1, most: 65_535 };
