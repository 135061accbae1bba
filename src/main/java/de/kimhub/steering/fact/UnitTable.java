package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.message.Measure.Matching;
import de.kimhub.steering.fact.SteeringInput.TakenBack;
import de.kimhub.steering.fact.SteeringInput.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code steering.unit}. */
@Component
class UnitTable {

    /** Of {@code route}: it was there before it was counted. */
    static final String THERE_BEFORE = "bestand";
    static final String TAKEN_BACK = "zurueckgenommen";
    static final String BEFORE = "vor-beginn";
    static final String ERASED = "geloescht";

    /** What is waited for by person is no longer waited for after {@link Measure#FOLLOWED}. */
    private static final String ENDED = """
            from (select u.id, p.closed_at + case when u.closed_in is null and u.measure in (%s) then interval '%d years' else interval '0' end
                         as ended_at
                    from steering.unit u join steering.period p on p.id = coalesce(u.closed_in, u.opened_in)
                   where u.file is not null and (u.closed_in is not null or u.measure in (%s))) ended""".formatted(
            numbers(one -> one.matching() == Matching.PERSON), Measure.FOLLOWED.minus(Measure.KEPT).getYears(),
            numbers(one -> one.matching() != Matching.FILE));
    static final String OLDEST = "select min(ended_at) " + ENDED;
    static final String OVERDUE = "select count(*) " + ENDED + " where ended_at < now() - interval '3 years 1 day'";
    /** All that a batch may ask for: by its events, what is open of its files and people, and what people were counted for. */
    private static final String CONCERNED = """
            select * from steering.unit
             where opened_by = any (?) or closed_by = any (?) or file = any (?) and measure = any (?) and closed_in is null
                   or person = any (?) and (measure = any (?) and closed_in is null or measure = any (?))
             order by id""";
    private static final String INSERT = """
            insert into steering.unit (measure, rule, opened_by, closed_by, opened_on, closed_on, opened_in, closed_in, late, days, municipality,
                                       organisation, theme, route, class, reason, person, file)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update steering.unit set opened_by = ?, closed_by = ?, opened_on = ?, closed_on = ?, opened_in = ?, closed_in = ?, late = ?, days = ?,
                   municipality = ?, organisation = ?, theme = ?, route = ?, class = ?, reason = ? where id = ?""";
    private static final String FOLLOW = """
            update steering.unit u set person = t.person from unnest(?::text[], ?::text[]) as t (file, person)
             where u.file = decode(t.file, 'hex') and u.person is distinct from t.person""";
    private static final String THEIRS = "(file = any (?) or person = any (?))";
    /** Whose units of a person are looked at although nothing closes them any more. */
    private static final int[] REMEMBERED = Arrays.stream(Measure.values()).filter(one -> one == Measure.ARRIVAL || one.isOnTheWay()
            || Units.KNOWN_FROM.containsValue(one)).mapToInt(Measure::number).toArray();

    private final JdbcTemplate jdbc;

    private static String numbers(Predicate<Measure> which) {
        return Arrays.stream(Measure.values()).filter(which).map(one -> String.valueOf(one.number())).collect(Collectors.joining(", "));
    }

    UnitTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What these inputs may concern. */
    Units concerned(Collection<SteeringInput> inputs) {
        List<Told> told = inputs.stream().filter(Told.class::isInstance).map(Told.class::cast).toList();
        Long[] events = Stream.concat(told.stream().flatMap(one -> Stream.of(one.event(), one.replaces())),
                inputs.stream().filter(TakenBack.class::isInstance).map(one -> ((TakenBack) one).event())).distinct().toArray(Long[]::new);
        byte[][] files = told.stream().filter(one -> one.measure().matching() == Matching.FILE).map(Told::file).toArray(byte[][]::new);
        String[] persons = told.stream().filter(one -> one.measure().matching() == Matching.PERSON || one.measure() == Measure.ARRIVAL)
                .map(one -> one.what().pseudonym().text()).distinct().toArray(String[]::new);
        return new Units(events.length == 0 ? List.of() : jdbc.query(CONCERNED, (row, no) -> unit(row), events, events, files,
                measures(Matching.FILE), persons, measures(Matching.PERSON), REMEMBERED));
    }

    private static int[] measures(Matching matching) {
        return Arrays.stream(Measure.values()).filter(one -> one.matching() == matching).mapToInt(Measure::number).toArray();
    }

    void write(Units units) {
        List<Unit> removed = units.removed();
        if (!removed.isEmpty()) {
            jdbc.update("delete from steering.unit where id = any (?)", (Object) removed.stream().map(one -> one.id).toArray(Long[]::new));
        }
        jdbc.batchUpdate(UPDATE, units.changed().stream().map(one -> new Object[] {one.openedBy, one.closedBy, one.openedOn, one.closedOn,
                one.openedIn, one.closedIn, one.late, one.days, one.municipality, one.organisation, one.theme, one.route, one.kind,
                one.reason, one.id}).toList());
        jdbc.batchUpdate(INSERT, units.added().stream().map(one -> new Object[] {one.measure.number(), one.rule, one.openedBy, one.closedBy,
                one.openedOn, one.closedOn, one.openedIn, one.closedIn, one.late, one.days, one.municipality, one.organisation, one.theme,
                one.route, one.kind, one.reason, one.person, one.file}).toList());
    }

    /** @param persons pseudonym by hex digest of the file */
    void belongTo(Map<String, String> persons) {
        if (!persons.isEmpty()) {
            List<String> files = List.copyOf(persons.keySet());
            jdbc.update(FOLLOW, files.toArray(String[]::new), files.stream().map(persons::get).toArray(String[]::new));
        }
    }

    int forgetPersons(LocalDate before) {
        return jdbc.update("update steering.unit set person = null, file = null, opened_by = null, closed_by = null, opened_on = null, "
                + "closed_on = null where id in (select id " + ENDED + " where ended_at < ?)", before);
    }

    long held(Collection<byte[]> files, Collection<String> persons) {
        return jdbc.queryForObject("select count(*) from steering.unit where " + THEIRS, Long.class, files.toArray(byte[][]::new),
                persons.toArray(String[]::new));
    }

    /** What is open when its person is erased leaves the stock in the open period. */
    void erase(Collection<byte[]> files, Collection<String> persons, String openPeriod) {
        byte[][] theirs = files.toArray(byte[][]::new);
        String[] pseudonyms = persons.toArray(String[]::new);
        jdbc.update("delete from steering.unit where " + THEIRS + " and opened_in >= ?", theirs, pseudonyms, openPeriod);
        int[] lasting = Arrays.stream(Measure.values()).filter(one -> one.matching() != Measure.Matching.NONE)
                .mapToInt(Measure::number).toArray();
        jdbc.update("update steering.unit set closed_in = ?, reason = ?, days = null where " + THEIRS + " and measure = any (?) and "
                + "(closed_in is null or closed_in >= ?)", openPeriod, ERASED, theirs, pseudonyms, lasting, openPeriod);
        jdbc.update("update steering.unit set person = null, file = null, opened_by = null, closed_by = null, opened_on = null, "
                + "closed_on = null where " + THEIRS, theirs, pseudonyms);
    }

    private static Unit unit(ResultSet row) throws SQLException {
        int measure = row.getInt("measure");
        Unit unit = new Unit(row.getLong("id"), Arrays.stream(Measure.values()).filter(one -> one.number() == measure).findFirst().orElseThrow(),
                row.getString("rule"), row.getString("person"), row.getBytes("file"));
        unit.openedBy = row.getObject("opened_by", Long.class);
        unit.closedBy = row.getObject("closed_by", Long.class);
        unit.openedOn = row.getObject("opened_on", LocalDate.class);
        unit.closedOn = row.getObject("closed_on", LocalDate.class);
        unit.openedIn = row.getString("opened_in");
        unit.closedIn = row.getString("closed_in");
        unit.late = row.getBoolean("late");
        unit.days = row.getObject("days", Integer.class);
        unit.municipality = row.getString("municipality");
        unit.organisation = row.getString("organisation");
        unit.theme = row.getString("theme");
        unit.route = row.getString("route");
        unit.kind = row.getString("class");
        unit.reason = row.getString("reason");
        return unit;
    }
}
