package de.kimhub.kit;

import de.kimhub.message.EventType;
import de.kimhub.translation.Translation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every event rule has a sample in which it applies, so that none is written and never seen. */
final class EventsLint {

    private final KitFolder folder;

    EventsLint(KitFolder folder) {
        this.folder = folder;
    }

    List<String> findings() {
        Set<EventType> made = EnumSet.noneOf(EventType.class);
        for (Sample sample : folder.receiving()) {
            SampleRun.of(folder.translator(), sample.inputBytes()).accepted().forEach(taken -> taken.drafts().stream()
                    .filter(Translation.EventDraft::applies).forEach(draft -> made.add(draft.type())));
        }
        folder.translator().vanished(java.time.LocalDate.EPOCH).forEach(vanished -> made.add(vanished.type()));
        return folder.translator().receives().stream().filter(type -> !made.contains(type))
                .map(type -> folder.place("receive.yaml") + ": No sample makes the event '" + type.code()
                        + "'. Add a record that makes it, or remove the rule." + KitProblem.EVENT_WITHOUT_SAMPLE).sorted().toList();
    }
}
