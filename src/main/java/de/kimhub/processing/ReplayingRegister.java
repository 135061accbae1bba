package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.message.WakeUp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The register as everybody gets it: what follows from a move happens in the same transaction, and what comes into doubt
 * waits.
 */
@Primary
@Component
class ReplayingRegister implements PersonRegister {

    private final PersonRegister register;
    private final Moves moves;
    private final Doubts doubts;
    private final Candidacy candidacy;
    private final DecidedHolds holds;
    private final WakeUp wakeUp;

    ReplayingRegister(@Qualifier("personRegister") PersonRegister register, Moves moves, Doubts doubts,
                      Candidacy candidacy, DecidedHolds holds, WakeUp wakeUp) {
        this.register = register;
        this.moves = moves;
        this.doubts = doubts;
        this.candidacy = candidacy;
        this.holds = holds;
        this.wakeUp = wakeUp;
    }

    @Override
    public void lock(Collection<byte[]> caseDigests, Collection<Persona> personas) {
        register.lock(caseDigests, personas);
    }

    @Override
    public List<LinkageDecision> ask(List<Persona> personas, Candidates candidates) {
        return register.ask(personas, candidates);
    }

    @Override
    public Linked open(List<NewFile> files, Candidates candidates) {
        return replayed(register.open(files, candidates));
    }

    @Override
    public Linked observe(List<Observation> observations, Candidates candidates) {
        return replayed(register.observe(observations, candidates));
    }

    @Override
    public Linked reconsider(Collection<Long> files, Candidates candidates) {
        return replayed(register.reconsider(files, candidates));
    }

    /** @param candidates not asked: who may be linked is for the person who decides */
    @Override
    public Linked decide(Decision decision, Candidates candidates) {
        Linked linked = replayed(register.decide(decision, candidacy.decidedAbout(decision.left(), decision.right())));
        if (!decision.reason().equals(Joins.SHOWN_NUMBER)) {
            // what a batch decides the sweep releases: a batch must not wait for a second connection
            holds.releaseAfterCommit();
        }
        return linked;
    }

    @Override
    public Linked split(long person, Set<Long> files, String reason, String actor) {
        return replayed(register.split(person, files, reason, actor));
    }

    @Override
    public void forget(Collection<Long> files) {
        register.forget(files);
    }

    @Override
    public Linked undo(long linkEvent, String actor) {
        return replayed(register.undo(linkEvent, actor));
    }

    /** In the transaction in which it came about. */
    Linked replayed(Linked linked) {
        Set<LaneId> lanes = moves.replay(linked);
        doubts.hold(linked.reviews());
        if (!lanes.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
                }
            });
        }
        return linked;
    }
}
