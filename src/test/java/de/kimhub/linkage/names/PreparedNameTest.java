package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedNameTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "unbekannt", "Unbekannt", "NN", "N.N.", "N. N.", "XXX", "xx", "FNU", "LNU", "ohne",
            "ohne Vornamen", "keine Angabe", "k.A.", "-", "---", "?", "...", "123", "🙂", "غير معروف", "Unbekannt, unbekannt"})
    void a_placeholder_is_no_name(String written) {
        assertThat(PreparedName.of(written)).isEqualTo(PreparedName.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"Müller, mueller muller", "Şahin, shahin sahin", "Yıldız, yildiz", "Łukasz, lukasz", "Đorđević, dordevich",
            "Çiçek, chichek cicek", "Güneş, guenesh gunesh", "Øystein, oeystein oystein", "Groß, gross", "O'Brien, obrien",
            "Nguyễn, nguyen", "İbrahim, ibrahim", "SMITH, smith", "Erdoğan, erdogan erdoan"})
    void latin_letters_with_marks_have_the_spellings_without(String written, String forms) {
        assertThat(onlyPart(written).forms()).startsWith(forms.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"محمد, mhmd", "شاهين, shahyn", "كريم, krym", "کریم, krym", "ئازاد, azad", "ئەحمەد, ehmed", "ڕێبوار, rebwar",
            "پروین, prwyn", "عبدالرحمن, abdulrhmn", "مُحَمَّد, mhmd", "مـحـمـد, mhmd", "ሰላም, selam", "ተስፋይ, tesfay", "გიორგი, giorgi",
            "Γιώργος, giorgos", "Олена, olena", "Юлія, yuliia", "Згурський, zghurskyi", "Щербак, shcherbak", "李, li"})
    void other_scripts_are_written_in_latin_letters(String written, String form) {
        assertThat(onlyPart(written).forms().getFirst()).isEqualTo(form);
    }

    @Test
    void cyrillic_has_the_spellings_of_several_rules() {
        assertThat(onlyPart("Щербань").forms()).contains("shcherban", "schtscherban");
        assertThat(onlyPart("Євген").forms()).contains("yevhen", "jewhen", "ievgen");
        assertThat(onlyPart("Хрущёв").forms()).contains("khrushchyov", "chruschtschow", "khrushchev");
    }

    @ParameterizedTest
    @CsvSource({"von der Leyen, Leyen", "Dr. med. Weber, Weber", "Al-Nakhli, Nakhli", "'Müller, geb. Schmidt', Müller Schmidt",
            "Hans-Peter, Hans Peter", "Ash-Shami, Shami", "As Bauer, As Bauer", "Sayed Hashimi, Sayed Hashimi",
            "Ali Unbekannt, Ali", "van, van", "Abd al-Rahman, AbdalRahman", "Abdul Karim Noori, AbdulKarim Noori",
            "M. Ali, M. Ali", "Dr.Schulz, Schulz"})
    void titles_and_particles_are_no_parts_unless_nothing_else_is_there(String written, String parts) {
        assertThat(String.join(" ", PreparedName.of(written).parts().stream().map(NamePart::written).toList())).isEqualTo(parts);
    }

    @Test
    void the_way_to_the_latin_form_is_told_when_more_than_case_changed() {
        assertThat(onlyPart("Şahin").way()).isEqualTo("Şahin → shahin");
        assertThat(onlyPart("شاهين").way()).isEqualTo("شاهين → shahyn (Arabisch)");
        assertThat(onlyPart("Олена").way()).isEqualTo("Олена → olena (Kyrillisch)");
        assertThat(onlyPart("WEBER").way()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Şahin, Schahin", "Khaled, Chalid", "Jamal, Dschamal", "Djamal, Cemal", "محمد, Mohammed", "Maxamed, Muhammad",
            "Zelensky, Selenskyj", "Yusuf, Jusuf", "Walid, Oualid", "Anwar, Enver", "Osman, Othman", "Yildiz, Yıldız",
            "Michael, Mikhail", "ኃይለ, Haile", "Qasim, Ghasem", "الموسوي, Mousawi", "Sharif, Cherif", "Alexander, Aleksandr"})
    void romanisations_of_one_name_meet_in_a_skeleton(String one, String other) {
        assertThat(onlyPart(one).skeletons()).containsAnyElementsOf(onlyPart(other).skeletons());
    }

    @Test
    void an_unknown_script_keeps_its_letters() {
        NamePart part = onlyPart("𐤀𐤋𐤉");
        assertThat(part.forms()).isNotEmpty().noneMatch(String::isEmpty);
        assertThat(part.skeletons()).isNotEmpty().noneMatch(String::isEmpty);
    }

    @Test
    void invisible_characters_make_no_difference() {
        assertThat(PreparedName.of("\u202bعلي\u200f رضا\u202c").parts()).isEqualTo(PreparedName.of("علي رضا").parts());
        assertThat(onlyPart("Mu\u0308ller").forms()).isEqualTo(List.of("mueller", "muller"));
    }

    private static NamePart onlyPart(String written) {
        List<NamePart> parts = PreparedName.of(written).parts();
        assertThat(parts).hasSize(1);
        return parts.getFirst();
    }
}
