namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>The application tags of the operations used here (RFC 4511, appendix B).</summary>
internal enum LdapOperation
{
    BindRequest = 0,
    BindResponse = 1,
    UnbindRequest = 2,
    SearchRequest = 3,
    SearchResultEntry = 4,
    SearchResultDone = 5,
    ModifyRequest = 6,
    ModifyResponse = 7,
    SearchResultReference = 19,
    ExtendedRequest = 23,
    ExtendedResponse = 24,
}
