using System.Collections.Frozen;

namespace ClaveBot.MessageCheck;

/// <summary>What is known of names on the internet. Kept in code: it changes the verdict on what people may lose their savings by.</summary>
internal static class HostNames
{
    /// <summary>Top-level domains that people meet; of others, a link is one by its scheme, www or path.</summary>
    public static FrozenSet<string> TopLevel { get; } = Set(
        "com net org info biz ec es mx pe co ar cl br us uk eu io me ly gd gl la cc tv to ws in ru cn tk ml ga cf gq pw su app dev page site online website web space store shop "
        + "club xyz top vip icu live link click fun pro tech cloud one world today news help support center email services solutions digital agency bar cam rest buzz cyou sbs cfd "
        + "quest lol monster beauty hair skin zip mov");

    /// <summary>They lead somewhere else, and nobody sees where.</summary>
    public static FrozenSet<string> Shorteners { get; } = Set(
        "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd cutt.ly rb.gy rebrand.ly shorturl.at short.gy t.ly tiny.cc s.id acortar.link acortaurl.com n9.cl lc.cx bl.ink buff.ly adf.ly "
        + "shorte.st soo.gd clck.ru qr.ae u.to x.gd da.gd surl.li urlz.fr goo.su linktr.ee qrco.de me-qr.com l.ead.me tny.im kutt.it dub.sh lnkd.in fb.me m.me a.co spoo.me l.facebook.com lm.facebook.com l.instagram.com page.link app.link");

    /// <summary>Whoever likes makes a page under these names, or a form.</summary>
    public static FrozenSet<string> OpenToAll { get; } = Set(
        "blogspot.com wordpress.com weebly.com wixsite.com wix.com webnode.es webnode.com jimdofree.com godaddysites.com square.site 000webhostapp.com web.app firebaseapp.com pages.dev workers.dev "
        + "github.io gitlab.io netlify.app vercel.app herokuapp.com glitch.me repl.co onrender.com surge.sh ngrok.io ngrok-free.app trycloudflare.com sites.google.com forms.gle docs.google.com "
        + "drive.google.com forms.office.com typeform.com jotform.com form.jotform.com surveymonkey.com tally.so paperform.co mystrikingly.com carrd.co webflow.io r2.dev backblazeb2.com "
        + "dropbox.com mega.nz mediafire.com wetransfer.com 1drv.ms notion.site telegra.ph");

    /// <summary>They open a chat with somebody whose name proves nothing.</summary>
    public static FrozenSet<string> Chats { get; } = Set("wa.me api.whatsapp.com chat.whatsapp.com t.me telegram.me telegram.dog");

    /// <summary>Mailboxes for everybody.</summary>
    public static FrozenSet<string> FreeMail { get; } = Set(
        "gmail.com hotmail.com hotmail.es outlook.com outlook.es live.com yahoo.com yahoo.es icloud.com proton.me protonmail.com aol.com mail.com gmx.com yandex.com zoho.com");

    /// <summary>They look like the institute's and are neither its own nor anybody's bait: the bank of its affiliates.</summary>
    public static FrozenSet<string> Relatives { get; } = Set("biess.fin.ec");

    /// <summary>Words of the institute and of government; in a host that is not the institute's they are bait.</summary>
    public static IReadOnlyList<string> Bait { get; } =
    [
        "iess", "segurosocial", "seguridadsocial", "afiliad", "jubilad", "pensionist", "desbloque", "clave", "gobec", "govec", "gobecuador", "ecuadorgob", "bonodesarrollo", "fondosdereserva", "prestamoquirografario",
        "quirografario",
    ];

    /// <summary>Whether a host is one of these, or below one of them.</summary>
    public static bool IsIn(this string host, FrozenSet<string> names)
    {
        for (var from = 0; from >= 0; from = host.IndexOf('.', from) is >= 0 and var dot ? dot + 1 : -1)
        {
            if (names.Contains(host[from..]))
                return true;
        }

        return false;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
