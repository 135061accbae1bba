package de.kimhub.intake;

import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translation.EventDraft;
import java.util.List;

/** What a record means after what its source said before. */
public sealed interface RecordChange {

    /** The same as the last accepted state of its key: no effect. */
    record Repeated() implements RecordChange {
    }

    /** Other content under a key that its source gives away once only: put aside, and nothing else happens. */
    record Contradicting() implements RecordChange {
    }

    /** News; possibly without an event, such as the rows of a first load. */
    record Changed(List<Effect> effects) implements RecordChange {
    }

    /** @param replaces the event that it corrects or takes back, 0 for none */
    record Effect(EventDraft draft, MessageKind kind, long replaces) {
    }
}
