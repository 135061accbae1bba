package de.kimhub.operations.pages;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.translation.CodeLists;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be chosen on the form of a consent. */
@Component
class ConsentChoices {

    /** In which forms mostly are; the others follow in the order of their names. */
    private static final List<String> USUAL = List.of("deu", "ara", "eng", "fas", "fra", "kmr", "rus", "tir", "tur", "ukr");
    /** Figures without names need no consent, and no record goes to the steering group. */
    private static final List<String> NOT_OFFERED = List.of("statistics", "lenkungsgruppe");

    private static final String INSTANCE = "instance:";

    private final CodeLists codes = CodeLists.canonical();
    private final CurrentInstallation installation;

    ConsentChoices(CurrentInstallation installation) {
        this.installation = installation;
    }

    record Choice(String code, String text) {
    }

    public List<Choice> purposes() {
        return all("zweck");
    }

    public List<Choice> offices() {
        return all("stelle");
    }

    public List<Choice> dataCategories() {
        return all("datenart");
    }

    public List<Choice> languages() {
        List<Choice> languages = new ArrayList<>(USUAL.stream().filter(code -> codes.hasCode("sprache", code))
                .map(code -> choice("sprache", code)).toList());
        all("sprache").stream().filter(one -> !USUAL.contains(one.code())).forEach(languages::add);
        return languages;
    }

    /** For people: the texts of the codes, and titles where single instances are named. */
    public String texts(String list, Collection<String> chosen) {
        return chosen.stream().map(code -> code.startsWith(INSTANCE) ? title(code.substring(INSTANCE.length()))
                : choice(list, code).text()).sorted().collect(Collectors.joining(", "));
    }

    private String title(String instance) {
        return installation.now().title(instance);
    }

    private List<Choice> all(String list) {
        return codes.codes(list).stream().filter(code -> !NOT_OFFERED.contains(code)).map(code -> choice(list, code))
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.GERMANY))).toList();
    }

    private Choice choice(String list, String code) {
        return new Choice(code, codes.text(list, code).orElse(code));
    }
}
