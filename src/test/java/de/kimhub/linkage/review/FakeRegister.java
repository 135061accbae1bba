package de.kimhub.linkage.review;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides and undoes on the real tables, one file a person, without any comparison. */
final class FakeRegister implements PersonRegister {

    private final JdbcTemplate jdbc;
    private final Map<Long, Move> moved = new HashMap<>();
    boolean contradicts;
    boolean busy;
    boolean laterOnes;

    FakeRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Linked decide(Decision decision, Candidates candidates) {
        if (busy) {
            throw new CannotAcquireLockException("a batch is at work");
        }
        if (contradicts) {
            throw new IllegalArgumentException("contradicts");
        }
        jdbc.update("insert into identity.pair_decision (left_case, right_case, same, reason, decided_by) "
                        + "values (?, ?, ?, ?, ?)", decision.left(), decision.right(), decision.same(), decision.reason(),
                decision.actor());
        jdbc.update("update identity.review set state = 'MOOT' where left_case = ? and right_case = ?",
                decision.left(), decision.right());
        if (!decision.same()) {
            return Linked.NOTHING;
        }
        Move move = new Move(decision.right(), person(decision.right()), person(decision.left()));
        move(move.file(), move.to());
        long event = event("DECIDED_SAME", decision.actor(), move);
        moved.put(event, move);
        return new Linked(List.of(move), List.of(), event);
    }

    @Override
    public void forget(Collection<Long> files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Linked undo(long linkEvent, String actor) {
        if (laterOnes) {
            throw new IllegalArgumentException("not the last");
        }
        Move move = moved.remove(linkEvent);
        move(move.file(), move.from());
        jdbc.update("update identity.pair_decision set undone_at = now(), undone_by = ? where undone_at is null", actor);
        Move back = new Move(move.file(), move.to(), move.from());
        return new Linked(List.of(back), List.of(), event("UNDONE", actor, back));
    }

    private long person(long file) {
        return jdbc.queryForObject("select person_id from identity.source_case where id = ?", Long.class, file);
    }

    private void move(long file, long person) {
        jdbc.update("update identity.source_case set person_id = ? where id = ?", person, file);
    }

    private long event(String kind, String actor, Move move) {
        return jdbc.queryForObject("insert into identity.link_event (actor, kind, cases, from_person, to_person) "
                        + "values (?, ?, array[?], array[?], array[?]) returning id", Long.class, actor, kind, move.file(),
                move.from(), move.to());
    }

    @Override
    public void lock(Collection<byte[]> caseDigests, Collection<Persona> personas) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LinkageDecision> ask(List<Persona> personas, Candidates candidates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Linked open(List<NewFile> files, Candidates candidates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Linked observe(List<Observation> observations, Candidates candidates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Linked reconsider(Collection<Long> files, Candidates candidates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Linked split(long person, Set<Long> files, String reason, String actor) {
        throw new UnsupportedOperationException();
    }
}
