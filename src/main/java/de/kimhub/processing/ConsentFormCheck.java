package de.kimhub.processing;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.processing.ConsentRefused.Refusal;
import de.kimhub.translation.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that is wrong with a form, at once. */
final class ConsentFormCheck {

    private static final int LONGEST_NAME = 80;

    private final Parties parties;
    private final CodeLists codes = CodeLists.canonical();
    private final List<Refusal> refusals = new ArrayList<>();

    ConsentFormCheck(Parties parties) {
        this.parties = parties;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    ConsentFormCheck by(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            refuse(ConsentProblem.NO_NAME, "by");
        }
        return this;
    }

    ConsentFormCheck form(ConsentForm form, String ownAuthority, LocalDate today) {
        named("purposes", form.purposes(), "zweck", false);
        named("sources", form.sources(), "stelle", true);
        named("recipients", form.recipients(), "stelle", true);
        allowed("dataCategories", form.dataCategories(), codes.codes("datenart"), false);
        text("formVersion", form.formVersion(), "consent.formVersion");
        if (form.formLanguage() == null || form.formLanguage().isBlank()) {
            refuse(ConsentProblem.MISSING, "formLanguage");
        } else if (!codes.hasCode("sprache", form.formLanguage())) {
            refuse(ConsentProblem.UNKNOWN_CODE, "formLanguage", "Schlüssel nach ISO 639-3, z. B. deu, ara, ukr.");
        }
        if (form.number() != null) {
            text("number", form.number(), "consent.id");
        }
        days(form, today);
        shown(form, ownAuthority);
        person(form.person());
        return this;
    }

    private void named(String entry, Set<String> given, String list, boolean instancesToo) {
        if (given.isEmpty()) {
            refuse(ConsentProblem.MISSING, entry);
        }
        allowed(entry, given, codes.codes(list), instancesToo);
    }

    private void allowed(String entry, Collection<String> given, Set<String> allowed, boolean instancesToo) {
        boolean well = given.stream().allMatch(one -> allowed.contains(one)
                || instancesToo && one.startsWith("instance:")
                && parties.installation().working(one.substring("instance:".length())).isPresent());
        if (!well) {
            refuse(ConsentProblem.UNKNOWN_CODE, entry, "Erlaubt: " + String.join(", ", new TreeSet<>(allowed))
                    + (instancesToo ? ", oder instance:<id> für eine einzelne Instanz." : "."));
        }
    }

    private void text(String entry, String text, String field) {
        if (text == null || text.isBlank()) {
            refuse(ConsentProblem.MISSING, entry);
        } else if (text.length() > CanonicalSchema.field(field).maxLength()) {
            refuse(ConsentProblem.TOO_LONG, entry);
        }
    }

    private void days(ConsentForm form, LocalDate today) {
        if (form.givenOn() == null) {
            refuse(ConsentProblem.MISSING, "givenOn");
        } else if (form.givenOn().isAfter(today)) {
            refuse(ConsentProblem.NOT_YET, "givenOn");
        }
        if (form.validUntil() != null && (form.validUntil().isBefore(today)
                || form.givenOn() != null && form.validUntil().isBefore(form.givenOn()))) {
            refuse(ConsentProblem.ENDS_BEFORE, "validUntil");
        }
    }

    private void shown(ConsentForm form, String ownAuthority) {
        Set<String> named = new HashSet<>(form.sources());
        named.addAll(form.recipients());
        for (ConsentForm.Shown one : form.shown()) {
            if (one.at() == null || one.number() == null || one.number().isBlank()) {
                refuse(ConsentProblem.MISSING, "shown");
            } else if (!codes.hasCode("stelle", one.at())) {
                refuse(ConsentProblem.UNKNOWN_CODE, "shown");
            } else if (one.at().equals(ownAuthority)) {
                refuse(ConsentProblem.OWN_FILE, "shown");
            } else if (!named.contains(one.at())) {
                refuse(ConsentProblem.NOT_NAMED, "shown");
            } else if (one.number().length() > CanonicalSchema.field("consent.fileNumber").maxLength()) {
                refuse(ConsentProblem.TOO_LONG, "shown");
            }
        }
    }

    private void person(ConsentForm.Person person) {
        if (person != null && (person.family() == null || person.family().isBlank() || person.birthDate() == null)) {
            refuse(ConsentProblem.MISSING, "person", "Nachname und Geburtsdatum gehören zusammen.");
        }
    }

    ConsentFormCheck refuse(ConsentProblem problem, String entry) {
        return refuse(problem, entry, "");
    }

    private ConsentFormCheck refuse(ConsentProblem problem, String entry, String more) {
        Refusal refusal = new Refusal(problem, entry, more);
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
        return this;
    }
}
