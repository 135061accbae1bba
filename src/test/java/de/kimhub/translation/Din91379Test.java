package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Din91379Test {

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "Nguyễn Thị Hương", "Öztürk-Şahin", "D’Angelo", "O'Neill", "Đorđević", "Łukasz",
            "Çelik", "Ağa", "ʿAbd al-Raḥmān", "C̀", "K͟hān", "ẞ"})
    void namesOfTheStandardAreNames(String name) {
        assertThat(Din91379.isName(Normalizer.normalize(name, Normalizer.Form.NFC))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M?ller", "Müller 2", "Иванов", "Παπαδόπουλος", "محمد", "Müller; Max", "x\u0301y", "a\u0007",
            "\u0308", "😀", "Anna_Maria"})
    void otherLettersDigitsAndSignsAreNoNames(String name) {
        assertThat(Din91379.isName(Normalizer.normalize(name, Normalizer.Form.NFC))).isFalse();
    }

    @Test
    void datatypeCHasDigitsAndSignsButNoOtherScripts() {
        assertThat(Din91379.isText("Kurs 2: \"B1\" (§ 16d) 50% € ½ @ [x] {y} | ~")).isTrue();
        assertThat(Din91379.isText("Zeile\nZeile")).isFalse();
        assertThat(Din91379.isText("„Kurs“")).isFalse();
        assertThat(Din91379.isText("2020–2021")).isFalse();
        assertThat(Din91379.isText("Привет")).isFalse();
    }

    @Test
    void theTableHasAllLettersSequencesAndSignsOfTheList() {
        long letters = 0;
        long signs = 0;
        for (char c = 0; c < 0xFFFF; c++) {
            if (Din91379.isName(String.valueOf(c))) {
                letters++;
            } else if (Din91379.isText(String.valueOf(c))) {
                signs++;
            }
        }
        assertThat(letters).isEqualTo(500 + 18);
        assertThat(signs).isEqualTo(60 + 6);
    }

    @Test
    void searchFormsAreKnown() {
        assertThat(Din91379.searchForm("ü")).isEqualTo("UE");
        assertThat(Din91379.searchForm("ł")).isEqualTo("L");
        assertThat(Din91379.searchForm("C̨̆")).isEqualTo("C");
        assertThat(Din91379.searchForm("я")).isNull();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "„Kurs“|\"Kurs\"", "2020–2021|2020-2021", "usw…|usw...", "O‘Neill|O'Neill", "Mu\u0308ller|Müller",
            "Anna\u00A0Maria|Anna Maria", "Anna   Maria|Anna Maria", "Mül\u00ADler|Müller", "ﬁnal|final"})
    void whatWordProcessorsInsertIsReplaced(String raw, String clean) {
        assertThat(TextCleaner.clean(raw)).isEqualTo(clean);
    }

    @Test
    void lineBreaksBecomeBlanks() {
        assertThat(TextCleaner.clean("eins\r\n\tzwei \n")).isEqualTo("eins zwei");
    }

    @Property(tries = 2000)
    void cleaningNeverDropsOrChangesALetter(@ForAll String text) {
        Pattern other = Pattern.compile("[^\\p{L}]");
        String letters = other.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")
                .replace("ﬀ", "ff").replace("ﬁ", "fi").replace("ﬂ", "fl");
        assertThat(other.matcher(TextCleaner.clean(text)).replaceAll("")).isEqualTo(letters);
    }

    @Property(tries = 2000)
    void cleaningTwiceIsCleaningOnce(@ForAll String text) {
        String once = TextCleaner.clean(text);
        assertThat(TextCleaner.clean(once)).isEqualTo(once);
    }
}
