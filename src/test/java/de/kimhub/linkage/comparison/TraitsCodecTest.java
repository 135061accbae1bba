package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.comparison.Traits.Identifier;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.IdentifierType;
import de.kimhub.message.PartialDate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraitsCodecTest {

    @Property(tries = 300)
    void what_was_written_is_read(@ForAll("traits") Traits traits) {
        assertThat(TraitsCodec.decode(TraitsCodec.encode(traits))).isEqualTo(traits);
    }

    @Example
    void bytes_of_another_version_are_refused() {
        byte[] bytes = TraitsCodec.encode(traits().sample());
        bytes[0]++;

        assertThatThrownBy(() -> TraitsCodec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Traits> traits() {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(12)
                // half a surrogate pair is no text
                .map(any -> new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Arbitrary<String> written = Arbitraries.oneOf(text, Arbitraries.of("Şahin", "Müller-Lüdenscheidt", "شاهين",
                "Олена", "unbekannt", ""));
        Arbitrary<PreparedName> name = written.map(PreparedName::of);
        Arbitrary<PartialDate> date = Combinators.combine(Arbitraries.integers().between(1, 9999),
                Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 28))
                .as((year, month, day) -> new PartialDate(year, month, month == 0 ? 0 : day)).injectNull(.2);
        Arbitrary<List<Residence>> residences = Combinators.combine(text, text, text, text).as(Residence::new).list()
                .ofMaxSize(3);
        Arbitrary<List<Identifier>> identifiers = Combinators.combine(Arbitraries.of(IdentifierType.values()), text, text)
                .as(Identifier::new).list().ofMaxSize(3);
        Arbitrary<Character> sex = Arbitraries.of('m', 'w', 'd', (char) 0);
        return Combinators.combine(name.list().ofMaxSize(3), name.list().ofMaxSize(3), date, sex, name,
                text.list().ofMaxSize(4), residences, text.injectNull(.5))
                .as((given, family, birth, code, place, nationalities, homes, telephone) -> new Traits(given, family, birth,
                        code, place, nationalities, homes, telephone, telephone, birth, List.of(), telephone))
                .flatMap(traits -> identifiers.map(all -> new Traits(traits.given(), traits.family(), traits.birth(),
                        traits.sex(), traits.birthPlace(), traits.nationalities(), traits.residences(),
                        traits.telephone(), traits.email(), traits.death(), all, traits.source())));
    }
}
