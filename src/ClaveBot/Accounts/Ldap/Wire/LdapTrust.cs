using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>Which servers are believed: their name must be in their certificate, and an authority of the CA file (or of the machine) must stand for it.</summary>
internal sealed class LdapTrust(X509Certificate2Collection? authorities)
{
    /// <summary>The authorities of a PEM file; those of the machine when <paramref name="caFile"/> is empty.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It holds no certificate.</exception>
    public static LdapTrust Load(string caFile)
    {
        if (caFile.Length == 0)
            return new LdapTrust(null);
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(File.ReadAllText(caFile));
        return authorities.Count > 0
            ? new LdapTrust(authorities)
            : throw new System.Security.Cryptography.CryptographicException("The file holds no certificate.");
    }

    /// <summary>Revocation is not asked for: directories' authorities are mostly in-house and publish no lists.</summary>
    public SslClientAuthenticationOptions For(LdapServer server)
    {
        var chain = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (authorities is not null)
        {
            chain.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.CustomTrustStore.AddRange(authorities);
        }

        return new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = chain,
        };
    }
}
