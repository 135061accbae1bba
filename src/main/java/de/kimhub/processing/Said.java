package de.kimhub.processing;

import de.kimhub.intake.Predecessors;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translator;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who the records of files say that the person is, as digests, by file. */
final class Said {

    private static final Set<EventType> OF_THE_PERSON = Set.of(EventType.PERSON_REGISTERED, EventType.PERSON_CHANGED);

    private final Map<Long, Set<ByteBuffer>> byFile = new HashMap<>();

    private Said() {
    }

    /**
     * @param stored  what stood before
     * @param changed what stands, or does not, from now on
     */
    static Said by(Map<ByteBuffer, RecordState> stored, Collection<RecordState> changed) {
        Map<ByteBuffer, RecordState> all = new HashMap<>(stored);
        changed.forEach(one -> all.put(ByteBuffer.wrap(one.key()), one));
        Said said = new Said();
        Set<Long> unknown = new HashSet<>();
        for (RecordState one : all.values()) {
            if (one.caseId() != null && one.stands() && !one.vanished()) {
                if (one.persona() == null) {
                    unknown.add(one.caseId());
                } else if (one.persona().length > 0) {
                    said.byFile.computeIfAbsent(one.caseId(), file -> new HashSet<>()).add(ByteBuffer.wrap(one.persona()));
                }
            }
        }
        said.byFile.keySet().removeAll(unknown);
        return said;
    }

    static Said of(RecordStates states, int instanceNo, Collection<Long> files, Collection<RecordState> changed) {
        return by(states.standingOf(instanceNo, files), changed);
    }

    /** {@code null} when of some record it is not known, or none says anything. */
    Set<ByteBuffer> of(long file) {
        return byFile.get(file);
    }

    /**
     * Whether the source says itself that it corrects: by a record that takes another's place, or by the row of a snapshot
     * when what it tells of the person is corrected. That a row is not what it was says nothing of why.
     */
    static boolean corrects(Translator translator, Predecessors before, RecordChange.Changed news) {
        return translator.isSnapshot() ? news.effects().stream().anyMatch(effect -> effect.kind() == MessageKind.CORRECTION
                && OF_THE_PERSON.contains(effect.draft().type())) : before.compared() != null || before.ended() != null;
    }

    /** Files that the record, or what it takes the place of, was of before. */
    static Set<Long> left(Predecessors before, SourceCase file) {
        return before(before).stream().map(RecordState::caseId)
                .filter(id -> id != null && (file == null || id != file.id())).collect(Collectors.toSet());
    }

    /** What the record takes the place of. */
    static List<RecordState> before(Predecessors before) {
        return Stream.of(before.compared(), before.ended()).filter(Objects::nonNull).toList();
    }
}
