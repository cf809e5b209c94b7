/**
 * The closed event in the form of the vendor's documentation, which is not JSON: it has `//` comments, and a comma is missing between
 * `from_user` and `messages` (vendors/blinger.md §Webhooks). The emulator never sends it; it is here for tests of readers.
 */
export const blingerInvalidWebhookExample = `{
  "webhook": "on_conversation_closed", // event name
  "conversation": {
    "id": 58, // conversation id
    "application": "telegrambot",
    "status": "closed", // unassigned, inbox or closed
    "date_created": 1559737532,
    "date_updated": 1559741130,
    "from_user": {
      "user_id": 412,
      "role": "default",
      "title": "Example Client",
      "avatar": "https://cdn.example.com/avatars/412.jpg", // the // of this URL is no comment
      "page_title": "Example Shop", // only livechat
      "page_url": "https://shop.example.com/", // only livechat
      "status": "enabled",
      "service_user_id": "880000412",
      "date_created": 1559737530
    }
    "messages": [
      {
        "id": 634,
        "from_blinger_user_id": 5,
        "to_blinger_user_id": 4,
        "from_user_id": 412,
        "to_user_id": 1
      }
    ]
  },
  "operator": {
    "id": 1,
    "name": "Example Operator",
    "email": "operator@shop.example.com"
  }
}
`;
