package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PairRescoring;
import de.kimhub.linkage.PairRescoring.Outdated;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.WakeUp;
import de.kimhub.sharing.ConsentLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scores possible matches anew when the model was: a few pairs of one source in one transaction, with all that follows.
 * Whose doubt ends by it has its events decided as any file's that is not linked.
 */
@Component
class RescoringRun {

    private static final Logger LOG = LoggerFactory.getLogger(RescoringRun.class);
    private static final int PAGE = 200;
    private static final int BATCH = 20;

    private final TransactionTemplate transaction;
    private final PairRescoring rescoring;
    private final ReplayingRegister effects;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final Candidacy candidacy;
    private final Shadows shadows;
    private final InstalledParties parties;
    private final HoldRelease holds;
    private final WakeUp wakeUp;

    RescoringRun(TransactionTemplate transaction, PairRescoring rescoring, ReplayingRegister effects, SourceCases cases,
                  ConsentLedger ledger, Candidacy candidacy, Shadows shadows, InstalledParties parties,
                  HoldRelease holds, WakeUp wakeUp) {
        this.transaction = transaction;
        this.rescoring = rescoring;
        this.effects = effects;
        this.cases = cases;
        this.ledger = ledger;
        this.candidacy = candidacy;
        this.shadows = shadows;
        this.parties = parties;
        this.holds = holds;
        this.wakeUp = wakeUp;
    }

    /** Until nothing is left with a score from before. What fails is tried again the next time. */
    void run() {
        boolean any = false;
        long after = 0;
        List<Outdated> page;
        do {
            page = outdated(after);
            for (Map.Entry<Integer, List<Outdated>> ofSource : bySource(page).entrySet()) {
                List<Outdated> all = ofSource.getValue();
                for (int from = 0; from < all.size(); from += BATCH) {
                    rescore(ofSource.getKey(), all.subList(from, Math.min(from + BATCH, all.size())));
                    any = true;
                }
            }
            after = page.isEmpty() ? after : page.getLast().review();
        } while (page.size() == PAGE);
        if (any) {
            holds.releaseDue().forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        }
    }

    private List<Outdated> outdated(long after) {
        return transaction.execute(status -> rescoring.outdated(after, PAGE));
    }

    /**
     * By the source of the file that would be linked: the one whose person is not enrolled yet, if there is one. Where both
     * are, either's consent may allow the comparison, and both are asked.
     */
    private Map<Integer, List<Outdated>> bySource(Collection<Outdated> page) {
        Set<Long> numbers = new HashSet<>();
        page.forEach(one -> numbers.addAll(List.of(one.left(), one.right())));
        Map<Long, SourceCase> files = cases.byId(numbers);
        Set<Long> enrolled = ledger.inEarnest(files.values().stream().map(SourceCase::personId)
                .collect(Collectors.toSet()), Set.of());
        Map<Integer, List<Outdated>> bySource = new TreeMap<>();
        for (Outdated one : page) {
            SourceCase left = files.get(one.left());
            SourceCase right = files.get(one.right());
            if (left != null && right != null) {
                askedOf(left, right, enrolled).forEach(no -> bySource.computeIfAbsent(no, key -> new ArrayList<>()).add(one));
            }
        }
        return bySource;
    }

    private static Set<Integer> askedOf(SourceCase left, SourceCase right, Set<Long> enrolled) {
        boolean leftIs = enrolled.contains(left.personId());
        boolean rightIs = enrolled.contains(right.personId());
        if (leftIs && rightIs) {
            return new TreeSet<>(List.of(left.instanceNo(), right.instanceNo()));
        }
        return Set.of(leftIs ? right.instanceNo() : left.instanceNo());
    }

    /** One that fails each time keeps the others from nothing. */
    private void rescore(int sourceNo, List<Outdated> pairs) {
        try {
            LockOrder.repeating(() -> transaction.execute(status ->
                    effects.replayed(rescoring.rescore(pairs, candidates(sourceNo)))));
        } catch (RuntimeException e) {
            if (pairs.size() > 1 && !Passing.isPassing(e)) {
                rescore(sourceNo, pairs.subList(0, pairs.size() / 2));
                rescore(sourceNo, pairs.subList(pairs.size() / 2, pairs.size()));
                return;
            }
            LOG.warn("Linkage: {} pairs that wait for a person keep their score until the next time ({}).", pairs.size(),
                    Passing.kind(e));
        }
    }

    private Candidates candidates(int sourceNo) {
        Set<Integer> inShadow = shadows.now();
        for (Instance source : parties.all()) {
            if (parties.numberOf(source.id()) == sourceNo) {
                return candidacy.enrolledFor(source, sourceNo, LocalDate.now(),
                        inShadow.contains(sourceNo) ? Set.of() : inShadow);
            }
        }
        return candidacy.nobody();
    }
}
