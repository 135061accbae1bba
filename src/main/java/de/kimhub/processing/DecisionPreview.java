package de.kimhub.processing;

import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what a decision would do before anybody decides: it is carried out, with all that follows, in a transaction that is
 * rolled back. Nobody is woken up, and nothing leaves the hub.
 */
@Component
public class DecisionPreview {

    private static final String NOBODY = "preview";
    private static final int ATTEMPTS = 3;

    private final TransactionTemplate rolledBack;
    private final PersonRegister register;
    private final HoldRelease holds;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final Shadows shadows;
    private final JdbcTemplate jdbc;
    private final EffectsTable effects;

    DecisionPreview(PlatformTransactionManager transactions, PersonRegister register, HoldRelease holds, SourceCases cases,
                    ConsentLedger ledger, Shadows shadows, JdbcTemplate jdbc) {
        this.rolledBack = new TransactionTemplate(transactions,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.register = register;
        this.holds = holds;
        this.cases = cases;
        this.ledger = ledger;
        this.shadows = shadows;
        this.jdbc = jdbc;
        this.effects = new EffectsTable(jdbc);
    }

    private record Pair(long left, long right) {
    }

    /**
     * @param review number of a pair that waits
     * @return empty while a batch is at work on the same files
     */
    public Optional<DecisionEffects> ofReview(long review, boolean same) {
        try {
            return Optional.of(jdbc.query("select left_case, right_case from identity.review where id = ?", (row, no) ->
                            new Pair(row.getLong(1), row.getLong(2)), review).stream().findFirst()
                    .map(pair -> of(pair.left(), pair.right(), same)).orElse(DecisionEffects.IMPOSSIBLE));
        } catch (PessimisticLockingFailureException inTheWayOfABatch) {
            return Optional.empty();
        }
    }

    DecisionEffects of(long left, long right, boolean same) {
        for (int attempt = 1; ; attempt++) {
            try {
                return LockOrder.repeating(() -> rolledBack.execute(status -> {
                    status.setRollbackOnly();
                    return carryOut(left, right, same);
                }));
            } catch (PessimisticLockingFailureException inTheWayOfABatch) {
                if (attempt == ATTEMPTS) {
                    throw inTheWayOfABatch;
                }
            }
        }
    }

    private DecisionEffects carryOut(long left, long right, boolean same) {
        // as a batch does: files before any row
        cases.lockFiles(filesOf(personsOf(left, right)));
        Set<Long> persons = personsOf(left, right);
        // what may go anyway is not taken for an effect
        holds.releaseOf(filesOf(persons));
        boolean settled = ledger.everInEarnest(persons, shadows.now()).size() == 2;
        Map<Long, String> waiting = effects.waiting(filesOf(persons));
        long position = effects.position();
        Linked linked;
        try {
            linked = register.decide(new Decision(left, right, same, NOBODY, NOBODY), some -> Set.of());
        } catch (IllegalArgumentException contradiction) {
            return DecisionEffects.IMPOSSIBLE;
        }
        linked.moves().forEach(move -> persons.addAll(List.of(move.from(), move.to())));
        holds.releaseOf(filesOf(persons));
        Map<Long, SourceCase> after = cases.byId(List.of(left, right));
        Set<Long> staying = effects.waiting(filesOf(persons)).keySet();
        return new DecisionEffects(true, linked.moves().size(),
                settled && after.get(left).personId() == after.get(right).personId(), EffectsTable.held(waiting, staying),
                effects.told(linked.event(), position, filesOf(persons), waiting.keySet()));
    }

    private Set<Long> personsOf(long left, long right) {
        return cases.byId(List.of(left, right)).values().stream().map(SourceCase::personId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Long> filesOf(Set<Long> persons) {
        return cases.ofPersons(persons).stream().map(SourceCase::id).collect(Collectors.toSet());
    }
}
