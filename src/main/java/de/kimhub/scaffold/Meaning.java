package de.kimhub.scaffold;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a column may mean: by which names it is known, what its values look like and where they go. Those that come first
 * are tried first.
 */
enum Meaning {
    IBAN("iban|kontonr|kontonummer|bankverb.*|bic", null, Content.IBAN, "eine Bankverbindung"),
    FREE_TEXT(".*(bemerk|notiz|kommentar|freitext|anmerk|beschreibung|memo|remark|comment|diagnose|gesundheit|religion"
            + "|volkszugeh|ethni).*|notes?|hinweis(e)?", null, Content.ANY, "freier oder besonders geschützter Text"),
    BIRTH_DATE("geb|gebdat(um)?|geburtsdat(um)?|geburtstag|gebtag|geboren(am)?|birthdate|dateofbirth|dob|birthday"
            + "|geburtsjahr", "person.birth.date", Content.DATE, "Geburtsdatum"),
    BIRTH_PLACE("geburtsort|gebort|birthplace|placeofbirth", "person.birth.place", Content.TEXT, "Geburtsort"),
    BIRTH_COUNTRY("geburts(land|staat)|geb(land|staat)|countryofbirth|birthcountry", "person.birth.country",
            Content.list("staat"), "Geburtsstaat"),
    BIRTH_NAME("geburtsname|gebname|birthname|maidenname|nameatbirth", "person.names.birth.family", Content.NAME,
            "Geburtsname"),
    FAMILY_NAME("(familien|nach|haupt|sur|last|family|zu)(n|nam|name|namen)|fam|nn|name|nname|lastnm|surname",
            "person.names.official.family", Content.NAME, "Familienname"),
    GIVEN_NAME("(vor|ruf|first|given|fore)(n|nam|name|namen|names)|vn|vname|firstnm", "person.names.official.given",
            Content.NAME, "Vorname"),
    SEX("geschlecht|geschl|sex|gender|mw|mwd|anrede|salutation", "person.sex", Content.list("geschlecht"), "Geschlecht"),
    NATIONALITY("staatsang.*|stang.*|stag|nationalit.*|nat|sta|citizenship|staatszugeh.*|staatsb.*|staat",
            "person.nationalities", Content.list("staatsangehoerigkeit"), "Staatsangehörigkeit"),
    LANGUAGE("muttersprache|sprachen?|languages?|herkunftssprache|erstsprache|mothertongue", "person.languages",
            Content.list("sprache"), "Sprache"),
    MARITAL("familienstand|famstand|maritalstatus", "person.maritalStatus", Content.list("familienstand"), "Familienstand"),
    ARRIVAL("einreisejahr|arrivalyear|yearofarrival", "person.arrivalYear", Content.YEAR, "Jahr der Einreise"),
    POSTAL_CODE("plz|postleitzahl|postcode|zip|zipcode|postalcode", "person.addresses.main.postalCode",
            Content.POSTAL_CODE, "Postleitzahl"),
    TOWN("ort|wohnort|stadt|town|city|gemeinde|wohngemeinde", "person.addresses.main.town", Content.TEXT, "Wohnort"),
    STREET("strasse|str|street|anschrift|adresse|address|strassehausn.*", "person.addresses.main.street", Content.ANY,
            "Straße"),
    HOUSE_NUMBER("hausnr|hausnummer|hnr|housenumber|houseno", "person.addresses.main.houseNumber", Content.ANY,
            "Hausnummer"),
    AGS("ags|gemeindeschl.*|gemeindekennz.*|gkz|ags8|municipalitycode", "person.addresses.main.municipality",
            Content.AGS, "Amtlicher Gemeindeschlüssel"),
    CUSTOMER_NUMBER("kundennr|kundennummer|kdnr|kundenno", "person.identifiers.kundennummer.value", Content.CUSTOMER,
            "Kundennummer (SGB II)"),
    BENEFIT_COMMUNITY("bgnr|bgnummer|bedarfsgem.*", "person.identifiers.bgNummer.value", Content.NUMBER, "BG-Nummer"),
    AZR("azr|azrnr|azrnummer|auslaenderzentralreg.*", "person.identifiers.azr.value", Content.AZR, "AZR-Nummer"),
    BAMF("bamfkenn.*|bamfnr|kursteilnehmerkenn.*|personenkenn.*|bamfid", "person.identifiers.bamfKennziffer.value",
            Content.NUMBER, "BAMF-Kennziffer"),
    PASSPORT("pass|passnr|passnummer|ausweisnr|ausweisnummer|passport.*", "person.identifiers.passport.value",
            Content.NUMBER, "Passnummer"),
    UNIT_TELEPHONE("(tel|telefon|durchwahl|phone)(sb|sachb.*|ansprech.*|berat.*|buero|team)|durchwahl|sbtel.*",
            "unit.telephone", Content.TELEPHONE, "Telefon der Stelle"),
    UNIT("(ansprechp|sachb|betreuer|betreuung|berater|zustaendig|fallmanag|fachkraft|caseworker|contact|team).*|sb|ap"
            + "|standort|beratungsstelle|dienststelle|einrichtung", "unit.name", Content.ANY, "wer zu fragen ist"),
    TELEPHONE("tel|telnr|telefon.*|mobil.*|handy.*|phone.*|mobile", "person.telephone", Content.TELEPHONE, "Telefon"),
    EMAIL("e?mail(adresse|address)?", "person.email", Content.EMAIL, "E-Mail"),
    FILE_NUMBER("aktenz.*|az|akte|aktennr|fall(nr|nummer|id|no|kennung)?|case(number|id|no|nr)?|(teilnehmer|klient"
            + "|klienten|mandanten|personen|person|tn|client|participant|patienten|schueler)(nr|nummer|id|no|kennung)",
            "case.number", Content.NUMBER, "Aktenzeichen"),
    ROW_KEY("id|nr|lfdnr|laufendenr|lfd|(vorgangs|vorgang|datensatz|ereignis|eintrags|buchungs|meldungs|record|row|event"
            + "|entry|message)(nr|nummer|id|no)|uuid|guid|nachrichtenuuid", null, Content.NUMBER, "Schlüssel des Datensatzes"),
    COURSE_KIND("kursart|kurstyp|coursetype|kurs(form)?|course(kind)?", "course.kind", Content.list("kursart"), "Kursart"),
    COURSE_RESULT("kursergebnis|ergebnis|pruefungserg.*|testergebnis|result", "course.result", Content.list("kursergebnis"),
            "Kursergebnis"),
    LANGUAGE_LEVEL("niveau|sprachniveau|sprachstand|gers?|languagelevel|level|cefr", "course.languageLevel",
            Content.list("sprachniveau"), "Sprachniveau"),
    MEASURE_KIND("massnahme(n)?(art|typ)", "measure.kind", Content.list("massnahmeart"), "Maßnahmeart"),
    MEASURE_NAME("massnahme(n)?(name|bez.*)?|measure(name)?", "measure.name", Content.ANY, "Maßnahme"),
    END_REASON("(austritts|beendigungs|end)grund", "measure.endReason", Content.list("austrittsgrund"), "Austrittsgrund"),
    CLOSE_REASON("abschlussgrund|schliessgrund|closereason", "case.closeReason", Content.list("abschlussgrund"),
            "Abschlussgrund"),
    THEME("(beratungs)?(thema|themen)|anliegen|theme|topic", "consultation.theme", Content.list("thema"), "Thema"),
    CONSULTATION_KIND("beratungs(art|form)|kontaktart", "consultation.kind", Content.list("beratungsart"), "Beratungsart"),
    BENEFIT_KIND("leistungs?art|leistung", "benefit.kind", Content.list("leistungsart"), "Leistungsart"),
    RESIDENCE_TITLE("aufenthaltstitel|titelart|aufenthalt|residencetitle", "residence.title",
            Content.list("aufenthaltstitel"), "Aufenthaltstitel"),
    DECISION("entscheidung|bescheidart|decision", "naturalisation.decision", Content.list("entscheidung"), "Entscheidung"),
    SCHOOL_LEVEL("schulform|schulstufe|schulart|schoollevel", "school.level", Content.list("schulstufe"), "Schulstufe"),
    SCHOOL_NAME("schule|schulname|school(name)?", "school.name", Content.ANY, "Schule"),
    PROVIDER("(kurs|massnahme)?traeger|provider|bildungstraeger|anbieter", "course.provider", Content.ANY, "Träger"),
    APPOINTMENT_KIND("terminart", "appointment.kind", Content.list("terminart"), "Terminart"),
    APPOINTMENT_PLACE("terminort|raum", "appointment.place", Content.ANY, "Ort des Termins"),
    CHANGED_ON("(letzte)?aenderung.*|geaendert(am)?|aktualisiert.*|lastmodified|updated(at)?|modified.*|exportdat.*"
            + "|standvom|erfasst(am)?|createdat|angelegt(am)?", null, Content.DATE, "Tag der Änderung oder des Exports"),
    EVENT_KIND("vorgang(sart)?|ereignis(art|typ)?|art|typ|aktion|event(type|kind)?|meldung(sart|styp)?|status|stand|phase"
            + "|anlass|buchungsart|type|kind|state|bearbeitungsstand|verfahrensstand|fallstatus|kursstatus", null,
            Content.FEW, "was geschehen ist"),
    NONE("", null, Content.ANY, "nicht erkannt");

    private final Pattern names;
    /** Canonical field, or {@code null} when the column serves something else, or is not read. */
    final String path;
    final Content content;
    final String german;

    Meaning(String names, String path, Content content, String german) {
        this.names = Pattern.compile(names);
        this.path = path;
        this.content = content;
        this.german = german;
    }

    boolean isCalled(String column) {
        return this != NONE && Heading.forms(column).stream().anyMatch(form -> names.matcher(form).matches());
    }

    Optional<String> codeList() {
        return Optional.ofNullable(content.list());
    }

    /**
     * What values look like.
     *
     * @param said   what a value is, as the end of "12 von 12 Werten ..."
     * @param list   canonical code list, or {@code null}
     * @param strong whether the look alone gives the meaning away
     */
    record Content(String said, Predicate<String> test, String list, boolean strong) {

        static final Content ANY = new Content(null, value -> true, null, false);
        static final Content TEXT = matching("bestehen aus Buchstaben", "[^0-9]{2,}");
        static final Content NAME = matching("sehen wie Namen aus", "[\\p{L}][\\p{L}\\p{M} .,'’`´-]*");
        static final Content DATE = new Content(null, value -> true, null, false);
        static final Content NUMBER = matching("enthalten eine Ziffer", ".*\\d.*");
        static final Content YEAR = matching("sind Jahre", "(19|20)\\d{2}");
        static final Content FEW = new Content(null, value -> true, null, false);
        static final Content POSTAL_CODE = matching("sind vier- oder fünfstellig", "\\d{4,5}");
        static final Content AGS = matching("sind sieben- oder achtstellig", "\\d{7,8}");
        static final Content TELEPHONE = matching("sehen wie Telefonnummern aus", "[+0(][0-9 ()/.-]{5,}[0-9]");
        static final Content CUSTOMER = new Content("haben die Form einer Kundennummer (drei Ziffern, Buchstabe, sechs"
                + " Ziffern)", Pattern.compile("\\d{3}[A-Z]\\d{6}").asMatchPredicate(), null, true);
        static final Content AZR = matching("sind zwölfstellig", "\\d{12}");
        static final Content EMAIL = new Content("sind E-Mail-Adressen",
                Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE).asMatchPredicate(), null, true);
        static final Content IBAN = new Content("haben die Form einer IBAN",
                Pattern.compile("[A-Z]{2}\\d{2} ?([A-Z0-9]{4} ?){3,7}[A-Z0-9]{0,4}").asMatchPredicate(), null, true);

        static Content list(String name) {
            return new Content("kennt die Schlüsseltabelle " + name, value -> Profile.knows(name, value), name, false);
        }

        private static Content matching(String said, String regex) {
            return new Content(said, Pattern.compile(regex).asMatchPredicate(), null, false);
        }
    }
}
