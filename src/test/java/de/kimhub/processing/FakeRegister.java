package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.message.FieldValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small register for tests: equal after folding is sure, the same birth date with one equal name is a doubt. */
final class FakeRegister implements PersonRegister {

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    FakeRegister(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    private record File(long id, int instanceNo, byte[] digest, long person, FieldValues fields) {
    }

    private List<File> files() {
        return jdbc.query("select id, instance_no, case_digest, person_id, persona from identity.source_case order by id",
                (row, no) -> new File(row.getLong(1), row.getInt(2), row.getBytes(3), row.getLong(4), row.getBytes(5) == null
                        ? FieldValues.EMPTY : FieldValues.decode(keys.decrypt(row.getBytes(5), "persona"))));
    }

    private static String fold(FieldValues person, String field) {
        String text = person.first(field);
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replace("sch", "s").replace("ş", "s").replace("ue", "u")
                .replace("ü", "u").replace("ö", "o").replace("oe", "o").replaceAll("[\\s-]", "");
    }

    /** 2 sure, 1 perhaps, 0 not. */
    private static int alike(FieldValues one, FieldValues other) {
        String birth = fold(one, "person.birth.date");
        if (birth.length() < 8 || birth.endsWith("0101") || !birth.equals(fold(other, "person.birth.date"))) {
            return 0;
        }
        boolean family = fold(one, "person.names.official.family").equals(fold(other, "person.names.official.family"));
        boolean given = fold(one, "person.names.official.given").equals(fold(other, "person.names.official.given"));
        return family && given ? 2 : given ? 1 : 0;
    }

    @Override
    public void lock(Collection<byte[]> caseDigests, Collection<Persona> personas) {
        List<byte[]> all = new ArrayList<>(caseDigests);
        jdbc.query("select count(pg_advisory_xact_lock(77, b)) from unnest(?::int[]) as t (b)", row -> { },
                (Object) all.stream().filter(one -> one != null)
                        .mapToInt(one -> Math.floorMod(java.nio.ByteBuffer.wrap(one).getInt(), 4096)).distinct().sorted().toArray());
    }

    private record Found(Set<Long> sure, List<File> doubts) {
    }

    private Found find(FieldValues person, int instanceNo, long own, Candidates candidates) {
        List<File> files = files().stream().filter(one -> one.person() != own && one.instanceNo() != instanceNo
                && !candidates.unheard().contains(one.instanceNo())).toList();
        Set<Long> allowed = candidates.among(files.stream().map(File::person).distinct().toList());
        Set<Long> sure = new TreeSet<>();
        List<File> doubts = new ArrayList<>();
        for (File one : files) {
            int alike = allowed.contains(one.person()) ? alike(person, one.fields()) : 0;
            boolean different = own != 0 && jdbc.queryForObject("select count(*) from identity.pair_decision d "
                    + "join identity.source_case l on l.id = left_case join identity.source_case r on r.id = right_case "
                    + "where not same and undone_at is null and least(l.person_id, r.person_id) = least(?, ?) "
                    + "and greatest(l.person_id, r.person_id) = greatest(?, ?)", Integer.class, own, one.person(), own,
                    one.person()) > 0;
            if (alike == 2 && !different) {
                sure.add(one.person());
            } else if (alike == 1 && !different) {
                doubts.add(one);
            }
        }
        return new Found(sure, doubts);
    }

    @Override
    public List<LinkageDecision> ask(List<Persona> personas, Candidates candidates) {
        return personas.stream().map(persona -> {
            if (persona.consentNamesIt() != null) {
                return (LinkageDecision) new LinkageDecision.Match(persona.consentNamesIt(),
                        LinkageDecision.Evidence.FILE_NUMBER_IN_CONSENT);
            }
            Found found = find(persona.person(), persona.instanceNo(), 0, candidates);
            return found.sure().size() == 1
                    ? new LinkageDecision.Match(found.sure().iterator().next(), LinkageDecision.Evidence.SURE)
                    : !found.sure().isEmpty() ? new LinkageDecision.PossibleMatch(found.sure().iterator().next())
                    : !found.doubts().isEmpty() ? new LinkageDecision.PossibleMatch(found.doubts().getFirst().person())
                    : new LinkageDecision.NonMatch();
        }).toList();
    }

    @Override
    public Linked open(List<NewFile> files, Candidates candidates) {
        List<Doubt> reviews = new ArrayList<>();
        for (NewFile file : files) {
            Found found = find(file.persona().person(), file.persona().instanceNo(), 0, candidates);
            long person = file.certainPerson() != null ? file.certainPerson()
                    : found.sure().size() == 1 ? found.sure().iterator().next() : newPerson();
            jdbc.update("insert into identity.source_case (id, instance_no, case_digest, case_number, person_id, persona) "
                    + "overriding system value values (?, ?, ?, ?, ?, ?)", file.id(), file.persona().instanceNo(),
                    file.persona().caseDigest(), keys.encrypt(file.caseNumber().getBytes(StandardCharsets.UTF_8),
                            "case-number"), person, keys.encrypt(file.persona().person().encode(), "persona"));
            if (file.certainPerson() == null && found.sure().size() != 1) {
                found.doubts().forEach(one -> reviews.add(doubt(file.id(), one.id())));
            }
        }
        return new Linked(List.of(), reviews, 0);
    }

    private long newPerson() {
        return jdbc.queryForObject("insert into identity.person (created_at) values (now()) returning id", Long.class);
    }

    private Doubt doubt(long one, long other) {
        jdbc.update("insert into identity.review (left_case, right_case, bits, harm, explanation, model) "
                + "values (least(?, ?), greatest(?, ?), 1, 1, '', 'fake') on conflict do nothing", one, other, one, other);
        return new Doubt(one, other);
    }

    @Override
    public Linked observe(List<Observation> observations, Candidates candidates) {
        observations.forEach(one -> jdbc.update("update identity.source_case set persona = ? where id = ?",
                keys.encrypt(one.persona().person().encode(), "persona"), one.file()));
        return Linked.NOTHING;
    }

    @Override
    public Linked reconsider(Collection<Long> ids, Candidates candidates) {
        List<Move> moves = new ArrayList<>();
        List<Doubt> reviews = new ArrayList<>();
        for (File file : files().stream().filter(one -> ids.contains(one.id())).toList()) {
            Found found = find(file.fields(), file.instanceNo(), file.person(), candidates);
            for (long other : found.sure()) {
                if (candidates.settled(List.of(file.person(), other)).size() < 2) {
                    files().stream().filter(one -> one.person() == other)
                            .forEach(one -> moves.add(new Move(one.id(), other, file.person())));
                }
            }
            found.doubts().forEach(one -> reviews.add(doubt(file.id(), one.id())));
        }
        return moved("LINKED", moves, reviews, null);
    }

    private Linked moved(String kind, List<Move> moves, List<Doubt> reviews, Long undoes) {
        if (moves.isEmpty()) {
            return new Linked(moves, reviews, 0);
        }
        moves.forEach(move -> jdbc.update("update identity.source_case set person_id = ? where id = ?", move.to(), move.file()));
        Long event = jdbc.queryForObject("insert into identity.link_event (actor, kind, cases, from_person, to_person, undoes) "
                        + "values ('fake', ?, ?, ?, ?, ?) returning id", Long.class, kind,
                moves.stream().mapToLong(Move::file).toArray(), moves.stream().mapToLong(Move::from).toArray(),
                moves.stream().mapToLong(Move::to).toArray(), undoes);
        return new Linked(moves, reviews, event);
    }

    @Override
    public Linked decide(Decision decision, Candidates candidates) {
        List<File> all = files();
        File left = all.stream().filter(one -> one.id() == decision.left()).findFirst().orElseThrow(IllegalArgumentException::new);
        File right = all.stream().filter(one -> one.id() == decision.right()).findFirst().orElseThrow(IllegalArgumentException::new);
        jdbc.update("insert into identity.pair_decision (left_case, right_case, same, reason, decided_by) "
                + "values (least(?, ?), greatest(?, ?), ?, ?, ?)", left.id(), right.id(), left.id(), right.id(),
                decision.same(), decision.reason(), decision.actor());
        jdbc.update("update identity.review set state = 'DECIDED' where left_case = least(?, ?) and right_case = greatest(?, ?)",
                left.id(), right.id(), left.id(), right.id());
        List<Move> moves = !decision.same() || left.person() == right.person() ? List.of()
                : all.stream().filter(one -> one.person() == right.person())
                .map(one -> new Move(one.id(), one.person(), left.person())).toList();
        return moved("DECIDED_SAME", moves, List.of(), null);
    }

    @Override
    public Linked split(long person, Set<Long> files, String reason, String actor) {
        long other = newPerson();
        return moved("SPLIT", files.stream().sorted().map(file -> new Move(file, person, other)).toList(), List.of(), null);
    }

    @Override
    public Linked undo(long linkEvent, String actor) {
        List<Move> moves = jdbc.query("select unnest(cases), unnest(to_person), unnest(from_person) from identity.link_event "
                + "where id = ?", (row, no) -> new Move(row.getLong(1), row.getLong(2), row.getLong(3)), linkEvent);
        return moved("UNDONE", moves, List.of(), linkEvent);
    }
}
