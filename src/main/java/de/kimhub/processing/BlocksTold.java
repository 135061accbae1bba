package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.EventType;
import de.kimhub.sharing.DisclosureBlocks;
import de.kimhub.sharing.DisclosureBlocks.AlsoNumbered;
import de.kimhub.sharing.DisclosureBlocks.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a batch says of Auskunftssperren: also of somebody whom its source tells of under the AZR-Nummer, while the file that
 * it keeps has an Aktenzeichen of its own.
 */
@Component
class BlocksTold {

    private static final String AZR = "person.identifiers.azr.value";

    private final DisclosureBlocks blocks;
    private final CaseFinder caseFinder;

    BlocksTold(DisclosureBlocks blocks, CaseFinder caseFinder) {
        this.blocks = blocks;
        this.caseFinder = caseFinder;
    }

    /** @return persons for whom an Auskunftssperre stands that did not before */
    Set<Long> note(Instance source, int instanceNo, Collection<NewEvent> events, CaseScope scope, LocalDate today) {
        List<NewEvent> real = events.stream().filter(event -> event.caseDigest() != null && !event.test()).toList();
        List<Told> told = real.stream().filter(event -> Told.concerns(event.type()))
                .map(event -> new Told(event.caseDigest(), event.id(), event.type(), event.kind(), event.replaces(),
                        event.fields().all("person.disclosureBlock"), event.occurredOn(today))).toList();
        List<AlsoNumbered> numbers = tellsOfBlocks(source) ? numbers(source, real, scope) : List.of();
        List<byte[]> concerned = new ArrayList<>(numbers.stream().map(AlsoNumbered::caseDigest).toList());
        told.stream().filter(one -> one.type() == EventType.DISCLOSURE_BLOCK_SET).map(Told::caseDigest).forEach(concerned::add);

        Set<Long> persons = blocks.personsNumbered(instanceNo, concerned);
        Set<Long> before = blocks.of(persons);
        blocks.noteNumbers(instanceNo, numbers);
        blocks.note(instanceNo, told);
        Set<Long> newly = new HashSet<>(blocks.of(persons));
        newly.removeAll(before);
        return newly;
    }

    private List<AlsoNumbered> numbers(Instance source, List<NewEvent> events, CaseScope scope) {
        List<AlsoNumbered> numbers = new ArrayList<>();
        for (NewEvent event : events) {
            String azr = event.fields().first(AZR);
            SourceCase file = scope.get(event.caseDigest());
            if (azr != null && file != null && !azr.equals(event.caseNumber())) {
                numbers.add(new AlsoNumbered(file.id(), file.caseDigest(), caseFinder.digest(source, azr)));
            }
        }
        return numbers;
    }

    private static boolean tellsOfBlocks(Instance source) {
        return source.connector().translator().receives().contains(EventType.DISCLOSURE_BLOCK_SET);
    }
}
