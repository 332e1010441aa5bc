using ClaveBot.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClaveBot.Web.Pages;

/// <summary>A page without fields: what is the matter, and what to do next.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Result">For <c>data-result</c> on <c>main</c>; null where nothing came to an end.</param>
/// <param name="Title">The heading.</param>
/// <param name="Paragraphs">What is the matter.</param>
public sealed record Notice(int Status, string? Result, PageText Title, params IReadOnlyList<PageText> Paragraphs)
{
    /// <summary>Small line above the heading: the step.</summary>
    public PageText? Step { get; init; }

    /// <summary>What may be the reason.</summary>
    public IReadOnlyList<PageText> Causes { get; init; } = [];

    /// <summary>Heading of <see cref="Steps"/>.</summary>
    public PageText? HowTitle { get; init; }

    /// <summary>What to do next, one after the other.</summary>
    public IReadOnlyList<PageText> Steps { get; init; } = [];

    /// <summary>A link on this site, from its root.</summary>
    public (PageText Text, string Path)? Action { get; init; }

    /// <summary>What to do when that does not help.</summary>
    public PageText? Otherwise { get; init; }

    /// <summary>Links that open the chat.</summary>
    public IReadOnlyList<(PageText Text, string Url)> Chats { get; init; } = [];

    /// <summary>What the sentences' {0}, {1} … are.</summary>
    public object?[] Values { get; init; } = [];

    /// <summary>As a page's answer.</summary>
    internal ViewResult ToResult() => View("/Pages/Notice.cshtml", this, Status);

    /// <summary>As an answer from outside the pages.</summary>
    internal Task ShowAsync(HttpContext context) =>
        ToResult().ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));

    internal static ViewResult View(string name, object model, int status) => new()
    {
        ViewName = name,
        StatusCode = status,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model },
    };
}
