package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recipients that give nothing, as one that reads notice sheets: that such a recipient has a file of the person nobody
 * can say but the client, who shows its number with the consent. A consent names kinds of bodies: so the number counts
 * only where exactly one body is of that kind.
 */
final class SilentRecipients {

    private final Parties parties;
    private final SourceCases cases;
    private final PersonRegister register;
    private final Candidates nobody;

    SilentRecipients(Parties parties, SourceCases cases, PersonRegister register, Candidates nobody) {
        this.parties = parties;
        this.cases = cases;
        this.register = register;
        this.nobody = nobody;
    }

    /**
     * Opens the files that the consent shows and that are not known yet.
     *
     * @param known files by digest
     * @return whether there were any
     */
    boolean open(FieldValues consent, long person, Map<ByteBuffer, ?> known) {
        List<String> at = consent.all("consent.fileNumberAt");
        List<String> numbers = consent.all("consent.fileNumber");
        List<String> recipients = consent.all("consent.recipients");
        List<NewFile> opened = new ArrayList<>();
        for (int i = 0; i < Math.min(at.size(), numbers.size()); i++) {
            List<Instance> there = recipients.contains(at.get(i)) ? parties.ofAuthority(at.get(i)) : List.of();
            if (there.size() == 1 && there.getFirst().receive().isEmpty() && !numbers.get(i).isEmpty()) {
                byte[] digest = cases.digest(there.getFirst().id(), numbers.get(i));
                if (!known.containsKey(ByteBuffer.wrap(digest))) {
                    opened.add(new NewFile(cases.newCaseNumbers(1).getFirst(), numbers.get(i),
                            new Persona(parties.numberOf(there.getFirst().id()), at.get(i), digest, FieldValues.EMPTY,
                                    person), person));
                }
            }
        }
        if (!opened.isEmpty()) {
            register.open(opened, nobody);
        }
        return !opened.isEmpty();
    }
}
