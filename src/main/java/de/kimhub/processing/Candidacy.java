package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.ShownFileNumbers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Among whom links are looked for. */
@Component
class Candidacy {

    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final ShownFileNumbers shown;
    private final Shadows shadows;
    private final InstanceNumbers numbers;

    Candidacy(SourceCases cases, ConsentLedger ledger, ShownFileNumbers shown, Shadows shadows, InstanceNumbers numbers) {
        this.numbers = numbers;
        this.cases = cases;
        this.ledger = ledger;
        this.shown = shown;
        this.shadows = shadows;
    }

    /**
     * Of a source's files: people whose consent in force names it, unless they showed a file number there; that decides.
     *
     * @param notCounting instances whose consents do not count, and whose files prove nothing; besides, those never do
     *                    that take test data where this one takes real ones, or the other way round
     */
    Candidates enrolledFor(Instance source, int sourceNo, LocalDate today, Set<Integer> notCounting) {
        Set<Integer> without = withThoseApart(sourceNo, notCounting);
        Party party = InstalledParties.party(source);
        return new Of(without) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                Set<Long> byNumber = shown.personsShowing(sourceNo, persons, without);
                return ledger.of(persons).entrySet().stream().filter(entry -> !byNumber.contains(entry.getKey())
                                && Sharing.mayLink(party, entry.getValue().stream()
                                        .filter(consent -> consent.inEarnest(without)).toList(), today))
                        .map(Map.Entry::getKey).collect(Collectors.toSet());
            }
        };
    }

    private Set<Integer> withThoseApart(int sourceNo, Set<Integer> others) {
        Set<Integer> all = new HashSet<>(numbers.apartFrom(sourceNo));
        all.addAll(others);
        return all;
    }

    /** The same of people who have only consents that were taken in shadow. */
    Candidates enrolledInShadow(Instance source, int sourceNo, LocalDate today, Set<Integer> inShadow) {
        Candidates all = enrolledFor(source, sourceNo, today, Set.of());
        return new Of(all.unheard()) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                Set<Long> found = new HashSet<>(all.among(persons));
                found.removeAll(ledger.inEarnest(found, inShadow));
                return found;
            }
        };
    }

    /** Of a file in which a consent is given: people of whom one of these instances has a file. */
    Candidates knownAt(Set<Integer> instances) {
        return new Of(Set.of()) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                return cases.instancesKnowing(persons).entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(instances::contains))
                        .map(Map.Entry::getKey).collect(Collectors.toSet());
            }
        };
    }

    /** Whom one of both allows. */
    Candidates either(Candidates one, Candidates other) {
        return new Of(one.unheard()) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                Set<Long> found = new HashSet<>(one.among(persons));
                found.addAll(other.among(persons));
                return found;
            }
        };
    }

    /** Of a file that nobody may be looked for. */
    Candidates nobody() {
        return new Of(Set.of()) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                return Set.of();
            }
        };
    }

    /** Where somebody decides about two files: their persons. Others were compared before if they may be. */
    Candidates decidedAbout(long left, long right) {
        Set<Long> both = cases.byId(List.of(left, right)).values().stream().map(SourceCase::personId)
                .collect(Collectors.toSet());
        return new Of(Set.of()) {
            @Override
            public Set<Long> among(Collection<Long> persons) {
                return persons.stream().filter(both::contains).collect(Collectors.toSet());
            }
        };
    }

    private abstract class Of implements Candidates {

        private final Set<Integer> unheard;

        private Of(Set<Integer> unheard) {
            this.unheard = unheard;
        }

        @Override
        public Set<Long> settled(Collection<Long> persons) {
            return ledger.everInEarnest(persons, shadows.now());
        }

        @Override
        public Set<Integer> unheard() {
            return unheard;
        }
    }
}
