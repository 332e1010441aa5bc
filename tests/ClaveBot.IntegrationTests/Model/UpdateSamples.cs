namespace ClaveBot.IntegrationTests.Model;

/// <summary>One update of every kind that the Bot API names, and every content of a message.</summary>
internal static class UpdateSamples
{
    private const string Chat = """{"id":990000001,"type":"private","first_name":"Ana"}""";
    private const string Group = """{"id":-100123,"type":"supergroup","title":"Grupo"}""";
    private const string Person = """{"id":990000001,"is_bot":false,"first_name":"Ana"}""";
    private const string File = """{"file_id":"f","file_unique_id":"u","file_size":1,"width":9,"height":9,"duration":1}""";

    public static readonly string[] All =
    [
        .. Contents().Select(content => Update("message", $$$"""{"message_id":1,"date":1,"from":{{{Person}}},"chat":{{{Chat}}},{{{content}}}}""")),
        Update("message", $$$"""{"message_id":1,"date":1,"from":{{{Person}}},"chat":{{{Group}}},"text":"/start@clave_de_prueba_bot","entities":[{"type":"bot_command","offset":0,"length":26}]}"""),
        Update("edited_message", $$$"""{"message_id":1,"date":1,"edit_date":2,"from":{{{Person}}},"chat":{{{Chat}}},"text":"hola"}"""),
        Update("callback_query", $$$"""{"id":"77","from":{{{Person}}},"chat_instance":"1","data":"Menu:1:Change","message":{"message_id":1,"date":1,"chat":{{{Chat}}},"text":"x"}}"""),
        .. Others().Select(kind => Update(kind, $$$"""{"id":"1","from":{{{Person}}},"chat":{{{Chat}}},"date":1,"user":{{{Person}}},"query":"q","offset":""}""")),
    ];

    private static string Update(string kind, string body) => $$$"""{"update_id":7,"{{{kind}}}":{{{body}}}}""";

    private static string[] Contents() =>
    [
        "\"text\":\"hola\"", $"\"voice\":{File}", $"\"audio\":{File}", $"\"photo\":[{File}]", $"\"video\":{File}", $"\"video_note\":{File}", $"\"document\":{File}",
        $"\"sticker\":{File}", $"\"animation\":{File}", "\"location\":{\"latitude\":-0.2,\"longitude\":-78.5}", "\"contact\":{\"phone_number\":\"+593990000001\",\"first_name\":\"Ana\"}",
        "\"poll\":{\"id\":\"1\",\"question\":\"?\",\"options\":[]}", "\"dice\":{\"emoji\":\"x\",\"value\":3}", "\"pinned_message\":{\"message_id\":3,\"date\":1,\"chat\":" + Chat + "}",
        "\"text\":\"a\",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"x\"}", "\"new_chat_members\":[" + Person + "]", "\"successful_payment\":{\"currency\":\"USD\"}",
    ];

    private static string[] Others() =>
    [
        "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
        "message_reaction_count", "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer",
        "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "something_of_next_year",
    ];
}
