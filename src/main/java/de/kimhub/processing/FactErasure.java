package de.kimhub.processing;

import de.kimhub.message.Measure;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import de.kimhub.steering.fact.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was counted of a person: gone where the period is open, a mere count where it is closed. */
@Component
class FactErasure implements PersonalDataHolder {

    private final ObjectProvider<Facts> facts;
    private final FactNames names;

    FactErasure(ObjectProvider<Facts> facts, FactNames names) {
        this.facts = facts;
        this.names = names;
    }

    @Override
    public String dataKind() {
        return "Zählung für die Lenkungsgruppe";
    }

    @Override
    public int deleteExpired() {
        Facts counting = facts.getIfAvailable();
        return counting == null ? 0 : counting.forgetPersons(LocalDate.now().minus(Measure.KEPT));
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(new DeletionClass("zaehlung", dataKind() + " (Pseudonym)", DeletionClass.Start.PROCESS_END, Measure.KEPT.toString(), "",
                        List.of("steering.unit"), Facts.OLDEST, Facts.OVERDUE),
                DeletionClass.following("zaehlgruppen", "Grundlage veröffentlichter Zahlen: Anzahl je Gruppe, ohne Person",
                        DeletionClass.Start.PROCESS_END, "bleibt, damit spätere Veröffentlichungen keine Person verraten",
                        "steering.base_group"));
    }

    @Override
    public List<HeldData> held(PersonData person) {
        Facts counting = facts.getIfAvailable();
        return counting == null ? List.of() : List.of(new HeldData("Zählungen für die Lenkungsgruppe",
                counting.held(files(person), persons(person)), true, "unter Pseudonym; in abgeschlossenen Zeiträumen bleibt eine Zahl ohne Person"));
    }

    @Override
    public void erase(PersonData person) {
        Facts counting = facts.getIfAvailable();
        if (counting != null) {
            counting.erase(files(person), persons(person), LocalDate.now());
        }
    }

    private List<byte[]> files(PersonData person) {
        return person.files().stream().map(file -> names.file(file.instanceNo(), file.caseDigest())).toList();
    }

    /** What another source was told of and waits for; other files of the person stay when only a part goes. */
    private List<String> persons(PersonData person) {
        List<String> all = new ArrayList<>();
        if (person.person() != PersonData.PART && names.ready()) {
            names.names(List.of(person.person())).values().forEach(one -> all.add(one.text()));
        }
        return all;
    }
}
