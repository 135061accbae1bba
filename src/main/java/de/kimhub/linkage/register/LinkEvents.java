package de.kimhub.linkage.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How files came to persons; append-only. */
@Component
class LinkEvents {

    private static final String INSERT = """
            insert into identity.link_event (actor, kind, cases, from_person, to_person, beside, beside_person,
                decisions, ended, undoes, model, explanation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    LinkEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        /** New files joined a person. */
        LINKED,
        /** Persons became one. */
        UNITED,
        /** A person fell apart, as something came that contradicts. */
        PARTED,
        SPLIT, DECIDED_SAME, DECIDED_DIFFERENT, UNDONE,
        /** A pair waits for nobody any more, as it is hardly one person's by what is known now. No file moved. */
        DOUBT_ENDED,
        /** A file about which somebody was to decide may no longer be kept. */
        FORGOTTEN;

        boolean isAutomatic() {
            return this == LINKED || this == UNITED || this == PARTED;
        }
    }

    /**
     * @param from 0 when the file was opened by this
     * @param to   0 when it is not kept any more
     */
    record Step(long file, long from, long to) {

        boolean moved() {
            return from != to;
        }
    }

    record Beside(long file, long person) {
    }

    /**
     * @param steps  files that moved or were decided about
     * @param beside files that stayed with the persons concerned
     * @param undoes or {@code null}
     */
    record Event(long id, String actor, Kind kind, List<Step> steps, List<Beside> beside, List<Long> decisions,
                 List<Long> ended, Long undoes, String model, byte[] explanation) {
    }

    /** @return its number */
    long insert(Event event) {
        return jdbc.queryForObject(INSERT + " returning id", Long.class, values(event));
    }

    void insertAll(List<Event> events) {
        jdbc.batchUpdate(INSERT, events.stream().map(LinkEvents::values).toList());
    }

    private static Object[] values(Event event) {
        return new Object[] {event.actor(), event.kind().name(), event.steps().stream().mapToLong(Step::file).toArray(),
            event.steps().stream().mapToLong(Step::from).toArray(), event.steps().stream().mapToLong(Step::to).toArray(),
            event.beside().stream().mapToLong(Beside::file).toArray(),
            event.beside().stream().mapToLong(Beside::person).toArray(), Sql.longs(event.decisions()),
            Sql.longs(event.ended()), event.undoes(), event.model(), event.explanation()};
    }

    Optional<Event> find(long id) {
        return jdbc.query("""
                select id, actor, kind, cases, from_person, to_person, beside, beside_person, decisions, ended, undoes,
                       model, explanation from identity.link_event where id = ?""",
                (row, no) -> event(row), id).stream().findFirst();
    }

    /** Whether it was undone, or something later that was not concerns one of these files. */
    boolean isCovered(long id, Collection<Long> files) {
        return jdbc.queryForObject("""
                select exists (select 1 from identity.link_event where undoes = ?)
                    or exists (select 1 from identity.link_event e where e.id > ? and e.cases && ? and e.undoes is null
                        and e.kind not in ('DOUBT_ENDED', 'FORGOTTEN')
                        and not exists (select 1 from identity.link_event u where u.undoes = e.id))""", Boolean.class,
                id, id, Sql.longs(files));
    }

    private static Event event(ResultSet row) throws SQLException {
        List<Long> cases = numbers(row.getArray("cases"));
        List<Long> from = numbers(row.getArray("from_person"));
        List<Long> to = numbers(row.getArray("to_person"));
        List<Long> beside = numbers(row.getArray("beside"));
        List<Long> persons = numbers(row.getArray("beside_person"));
        return new Event(row.getLong("id"), row.getString("actor"), Kind.valueOf(row.getString("kind")),
                indices(cases).map(i -> new Step(cases.get(i), from.get(i), to.get(i))).toList(),
                indices(beside).map(i -> new Beside(beside.get(i), persons.get(i))).toList(),
                numbers(row.getArray("decisions")), numbers(row.getArray("ended")),
                row.getObject("undoes", Long.class), row.getString("model"), row.getBytes("explanation"));
    }

    private static Stream<Integer> indices(List<?> list) {
        return Stream.iterate(0, i -> i + 1).limit(list.size());
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
