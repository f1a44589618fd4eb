import "node-forge";

declare module "node-forge" {
  namespace pki {
    /** The library has it; its type declarations do not. */
    function certificateExtensionsToAsn1(extensions: object[]): asn1.Asn1;
  }
}
