### The messages of a demo, shown on this computer only

demo-title = Messages of the demo
demo-lead = In a demo nothing leaves this computer. These are the messages that persons would get, the newest first. They hold secrets, so this page exists only here.
demo-none = Nothing was sent yet. A message appears here about ten seconds after a case is opened or answered.
demo-to = To
demo-at = Sent
demo-code = Code
demo-word = Word
demo-open = Open the person's page
