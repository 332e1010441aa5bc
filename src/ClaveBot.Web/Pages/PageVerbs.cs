using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ClaveBot.Web.Pages;

/// <summary>Razor Pages show themselves for any verb, OPTIONS and DELETE too. Here the others are 405, and change nothing.</summary>
internal static class PageVerbs
{
    private static readonly string[] Known = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void Limit(PageRouteModel page)
    {
        foreach (var selector in page.Selectors)
            selector.EndpointMetadata.Add(new HttpMethodMetadata(Known));
    }
}
