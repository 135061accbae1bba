package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.register.LinkEvents.Beside;
import de.kimhub.linkage.register.LinkEvents.Event;
import de.kimhub.linkage.register.LinkEvents.Kind;
import de.kimhub.linkage.register.LinkEvents.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes files that may no longer be kept, with all that is known of their people. */
@Component
class Forgetting {

    private static final String ACTOR = "retention";

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final KeptApart keptApart;
    private final LinkEvents events;

    Forgetting(JdbcTemplate jdbc, SourceCases cases, KeptApart keptApart, LinkEvents events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.keptApart = keptApart;
        this.events = events;
    }

    /** Personas, keys, pairs, reviews and votes go with the files. */
    void forget(Collection<Long> files) {
        if (!files.isEmpty()) {
            Set<Long> forgotten = Set.copyOf(files);
            keptApart.keep(forgotten);
            endReviews(forgotten);
            jdbc.update("delete from identity.source_case where id = any(?)", (Object) Sql.longs(forgotten));
        }
    }

    /** The chronicle says why nobody is asked any more. */
    private void endReviews(Set<Long> forgotten) {
        List<Pair> waiting = jdbc.query("""
                select left_case, right_case from identity.review where state not in ('DECIDED', 'MOOT')
                   and (left_case = any(?) or right_case = any(?)) order by id""",
                (row, no) -> new Pair(row.getLong(1), row.getLong(2)), Sql.longs(forgotten), Sql.longs(forgotten));
        Map<Long, SourceCase> known = cases.byId(waiting.stream().flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .collect(Collectors.toSet()));
        for (Pair pair : waiting) {
            SourceCase gone = known.get(forgotten.contains(pair.left()) ? pair.left() : pair.right());
            SourceCase other = known.get(pair.other(gone.id()));
            events.insert(new Event(0, ACTOR, Kind.FORGOTTEN, List.of(new Step(gone.id(), gone.personId(), 0)),
                    List.of(new Beside(other.id(), other.personId())), List.of(), List.of(), null, null, null));
        }
    }
}
