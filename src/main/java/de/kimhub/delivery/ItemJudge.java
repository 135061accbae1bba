package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck.Candidate;
import de.kimhub.delivery.SealCheck.Verdict;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides for each waiting item, at the last moment, whether it is still to be given. */
final class ItemJudge {

    private final SealingReader reader;
    private final SealCheck check;

    ItemJudge(SealingReader reader, SealCheck check) {
        this.reader = reader;
        this.check = check;
    }

    Set<Integer> absentSenders() {
        return check.absentSenders();
    }

    Judgement judge(LaneId lane, Instance recipient, List<WaitingItem> items) {
        List<Withdrawal> withdrawals = new ArrayList<>();
        Current current = current(lane, items, withdrawals);
        return judge(lane, recipient, current, withdrawals);
    }

    /** Of what was sealed already: also what was taken back or corrected since. */
    Judgement judgeSealed(LaneId lane, Instance recipient, List<WaitingItem> items) {
        Set<Long> ids = items.stream().map(WaitingItem::eventId).collect(Collectors.toSet());
        Map<Long, StoredEvent> events = items.isEmpty() ? Map.of() : reader.lockEvents(ids);
        ids.removeAll(events.keySet());
        boolean busy = !ids.isEmpty() && !reader.existing(ids).isEmpty();
        List<Pair> kept = items.stream().filter(item -> events.containsKey(item.eventId())
                        && events.get(item.eventId()).payload() != null)
                .map(item -> new Pair(item, events.get(item.eventId()))).toList();
        return judge(lane, recipient, new Current(kept, busy), new ArrayList<>());
    }

    private Judgement judge(LaneId lane, Instance recipient, Current current, List<Withdrawal> withdrawals) {
        Files files = files(lane, current.items());
        List<Candidate> candidates = candidates(current.items(), files);
        List<Verdict> verdicts = check.check(recipient, candidates);
        List<Admitted> admitted = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            WaitingItem item = current.items().get(i).item();
            StoredEvent event = current.items().get(i).event();
            switch (verdicts.get(i)) {
                case Verdict.Allowed allowed -> admitted.add(new Admitted(item, event, files.of(event),
                        allowed.fields(), candidates.get(i).fields().only(allowed.fields())));
                case Verdict.Refused refused -> withdrawals.add(new Withdrawal(item, refused.reason(), false));
                case Verdict.NotYet wait -> {
                    return new Judgement(admitted, withdrawals, true);
                }
            }
        }
        return new Judgement(admitted, withdrawals, current.blocked());
    }

    /** The items whose events stand as they were queued, up to the first that another transaction is changing. */
    private Current current(LaneId lane, List<WaitingItem> items, List<Withdrawal> withdrawals) {
        Set<Long> ids = items.stream().map(WaitingItem::eventId).collect(Collectors.toSet());
        Map<Long, StoredEvent> events = reader.lockEvents(ids);
        ids.removeAll(events.keySet());
        Set<Long> busy = ids.isEmpty() ? Set.of() : reader.existing(ids);
        Set<Long> corrected = correctionQueued(lane, events.values());
        List<Pair> current = new ArrayList<>();
        for (WaitingItem item : items) {
            if (busy.contains(item.eventId())) {
                return new Current(current, true);
            }
            StoredEvent event = events.get(item.eventId());
            stale(event, corrected).ifPresentOrElse(
                    reason -> withdrawals.add(new Withdrawal(item, reason, false)),
                    () -> current.add(new Pair(item, event)));
        }
        return new Current(current, false);
    }

    private Set<Long> correctionQueued(LaneId lane, Collection<StoredEvent> events) {
        List<StoredEvent> corrected =
                events.stream().filter(event -> event.state() == StoredEvent.State.CORRECTED).toList();
        return corrected.isEmpty() ? Set.of() : reader.correctionQueued(lane, corrected);
    }

    private static Optional<String> stale(StoredEvent event, Set<Long> correctionQueued) {
        if (event == null || event.payload() == null) {
            return Optional.of(Withdrawal.GONE);
        }
        if (!event.tellsNew() && !event.readdressed()) {
            return Optional.empty();
        }
        return switch (event.state()) {
            case EFFECTIVE, HELD -> Optional.empty();
            case TAKEN_BACK -> Optional.of(Withdrawal.TAKEN_BACK);
            case CORRECTED -> correctionQueued.contains(event.id())
                    ? Optional.empty() : Optional.of(Withdrawal.CORRECTED);
        };
    }

    private Files files(LaneId lane, List<Pair> items) {
        Set<Long> persons = items.stream().map(pair -> pair.event().personId()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Long> addresses = items.stream().map(pair -> pair.event().address()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Files(persons.isEmpty() ? Map.of() : reader.files(lane.recipientNo(), persons),
                reader.files(addresses));
    }

    private List<Candidate> candidates(List<Pair> items, Files files) {
        List<Candidate> candidates = new ArrayList<>(items.size());
        for (Pair pair : items) {
            StoredEvent event = pair.event();
            FieldValues fields = reader.fields(event.payload());
            candidates.add(new Candidate(event.id(), pair.item().rule(), event.senderNo(), event.caseId(),
                    event.personId(), event.type(), event.kind(), event.occurredOn(),
                    files.of(event) != null, fields));
        }
        return candidates;
    }

    /** The recipient's files that the items may go to. */
    private record Files(Map<Long, RecipientCase> byPerson, Map<Long, RecipientCase> byId) {

        RecipientCase of(StoredEvent event) {
            if (!event.readdressed()) {
                return event.personId() == null ? null : byPerson.get(event.personId());
            }
            RecipientCase file = byId.get(event.address());
            return file == null || event.tellsNew() && !file.isOf(event.personId()) ? null : file;
        }
    }

    private record Pair(WaitingItem item, StoredEvent event) {
    }

    private record Current(List<Pair> items, boolean blocked) {
    }
}
