import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerDigestChallenge } from "../../../protocol/ldap/digest-md5.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";

const identity = {
  username: "chris",
  password: "secret",
  uri: "imap/elwood.innosoft.com",
  clientNonce: "OA6MHXh6VqTrRk",
};

describe("DIGEST-MD5", () => {
  test("answers as in the example of RFC 2831, section 4", () => {
    const challenge = 'realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",qop="auth",algorithm=md5-sess,charset=utf-8';
    const { response, serverProof } = answerDigestChallenge(challenge, identity);
    expect(response).toContain("response=d388dad90d4bbd760a152321f2143af7,");
    expect(response).toContain('nonce="OA6MG9tEQGm2hh",nc=00000001,cnonce="OA6MHXh6VqTrRk",');
    expect(serverProof).toBe("rspauth=ea40f60335c427b5527b84dbabcdfffd");
  });

  test("writes names so that no quote in them ends them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (username) => {
        const { response } = answerDigestChallenge('nonce="n",algorithm=md5-sess', { ...identity, username });
        const written = /username="((?:[^"\\]|\\.)*)",realm=""/s.exec(response)?.[1];
        expect(written?.replaceAll(/\\(.)/gs, "$1")).toBe(username);
      }),
    );
  });

  test.each([
    "",
    "nonsense",
    'nonce="n"',
    "algorithm=md5-sess",
    'nonce="n",algorithm=md5-sess,qop="auth-int,auth-conf"',
  ])("cannot answer %j", (challenge) =>
    expect(() => answerDigestChallenge(challenge, identity)).toThrow(MalformedMessage),
  );
});
