package de.kimhub.processing;

import de.kimhub.intake.InstanceNumbers;
import de.kimhub.linkage.SourceCase;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ShownFileNumbers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** At which sources a link may be looked for of a file, because of the consents that were given in it. */
@Component
class ConsentedSources {

    private final ConsentLedger ledger;
    private final ShownFileNumbers shown;
    private final CurrentRules rules;
    private final InstanceNumbers numbers;

    ConsentedSources(ConsentLedger ledger, ShownFileNumbers shown, CurrentRules rules, InstanceNumbers numbers) {
        this.numbers = numbers;
        this.ledger = ledger;
        this.shown = shown;
        this.rules = rules;
    }

    /** Numbers of the instances that the consents name, where the client showed no number; by file. */
    Map<Long, Set<Integer>> of(Collection<SourceCase> files, LocalDate today) {
        Map<Long, List<Consent>> consents = ledger.of(files.stream().map(SourceCase::personId).distinct().toList());
        Map<Long, Set<Integer>> sources = new HashMap<>();
        if (!consents.isEmpty()) {
            Parties now = rules.now().parties();
            for (SourceCase file : files) {
                Set<Integer> apart = numbers.apartFrom(file.instanceNo());
                sources.put(file.id(), consents.getOrDefault(file.personId(), List.of()).stream()
                    .filter(consent -> consent.caseId() == file.id() && stands(consent, today))
                    .flatMap(consent -> now.sourcesNamed(consent.sources()).stream()).map(one -> now.numberOf(one.id()))
                    .filter(no -> no != file.instanceNo() && !apart.contains(no)
                            && shown.personsShowing(no, List.of(file.personId()), Set.of()).isEmpty())
                    .collect(Collectors.toSet()));
            }
        }
        return sources;
    }

    private static boolean stands(Consent consent, LocalDate today) {
        return consent.withdrawnOn() == null && !consent.test()
                && (consent.validUntil() == null || !consent.validUntil().isBefore(today));
    }
}
