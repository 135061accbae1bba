package de.kimhub.kit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.EventType;
import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Rendering;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract is kept by the real translation; a translation that breaks it is found. */
class ContractCheckTest {

    @TempDir
    Path product;

    private Connector real;
    private ConfigReader reader;

    @BeforeEach
    void loadAGoodConnector() {
        GoodConnector good = new GoodConnector(product);
        reader = new ConfigReader(product);
        real = Connectors.loadOne(good.folder, new ArrayList<>()).orElseThrow();
    }

    @Test
    void findsATranslationThatDependsOnWhatCameBefore() {
        Broken counting = new Broken(real.translator()) {
            private int count;

            @Override
            public Translation translate(RawRecord.Readable record) {
                Translation translation = super.translate(record);
                return translation instanceof Translation.Accepted taken ? new Translation.Accepted(
                        taken.key() + ++count, taken.caseNumber(), taken.content(), taken.drafts()) : translation;
            }
        };
        assertThat(receiving(counting)).anyMatch(text -> text.contains("[HUB-KIT-020]"))
                .anyMatch(text -> text.contains("[HUB-KIT-021]")).anyMatch(text -> text.contains("[HUB-KIT-022]"));
    }

    @Test
    void findsExceptionsOutOfBrokenDocuments() {
        Broken throwing = new Broken(real.translator()) {
            @Override
            public Opening open(DocumentContent content, ReadMark from) {
                if (content.size() < 10) {
                    throw new IndexOutOfBoundsException();
                }
                return super.open(content, from);
            }
        };
        assertThat(receiving(throwing)).anyMatch(text -> text.contains("an empty document ends in IndexOutOfBounds"))
                .anyMatch(text -> text.contains("Cut off after 3 bytes, reading ends in IndexOutOfBounds"));
    }

    @Test
    void findsNamesInProblemsWithoutRepeatingThem() {
        Broken talking = new Broken(real.translator()) {
            @Override
            public Translation translate(RawRecord.Readable record) {
                return super.translate(record) instanceof Translation.Refused refused
                        ? new Translation.Refused(refused.problems().stream().map(problem -> new Problem(problem.code(),
                        problem.place(), "Wrong: " + record.row().value("NAME"))).toList(), null, null)
                        : super.translate(record);
            }
        };
        assertThat(receiving(talking)).isNotEmpty().allMatch(text -> text.contains("[HUB-KIT-024]"))
                .noneMatch(text -> text.contains("Musterfrau"));
    }

    @Test
    void findsEventsThatAreRenderedAlthoughNobodyDeclaredThem() {
        Broken generous = new Broken(real.translator()) {
            @Override
            public Rendering render(List<OutgoingItem> items) {
                return new Rendering(new byte[] {1}, java.util.Map.of());
            }
        };
        assertThat(delivering(generous)).anyMatch(text -> text.contains("[HUB-KIT-032]"))
                .anyMatch(text -> text.contains("[HUB-KIT-033]"));
    }

    @Test
    void findsDeclaredEventsThatCannotBeRendered() {
        Broken boastful = new Broken(real.translator()) {
            @Override
            public Set<EventType> delivers() {
                return EnumSet.of(EventType.MEASURE_STARTED, EventType.CASE_CLOSED);
            }
        };
        assertThat(delivering(boastful)).anyMatch(text -> text.contains("'case.closed' as event cannot be rendered"));
    }

    private List<String> receiving(Translator translator) {
        return findings(new ContractCheck(folder(translator)).run());
    }

    private List<String> delivering(Translator translator) {
        return findings(new DeliveryCheck(folder(translator)).run());
    }

    private KitFolder folder(Translator translator) {
        return KitFolder.of(new Connector(real.descriptor(), translator, real.version(), real.folder()), reader);
    }

    private static List<String> findings(List<CheckResult> results) {
        return results.stream().flatMap(result -> result.findings().stream()).toList();
    }

    /** The real translation, of which a test breaks one thing. */
    private static class Broken implements Translator {

        private final Translator real;

        Broken(Translator real) {
            this.real = real;
        }

        @Override
        public Opening open(DocumentContent content, ReadMark from) {
            return real.open(content, from);
        }

        @Override
        public Translation translate(RawRecord.Readable record) {
            return real.translate(record);
        }

        @Override
        public boolean isSnapshot() {
            return real.isSnapshot();
        }

        @Override
        public List<Vanished> vanished(LocalDate on) {
            return real.vanished(on);
        }

        @Override
        public Set<EventType> receives() {
            return real.receives();
        }

        @Override
        public Set<EventType> delivers() {
            return real.delivers();
        }

        @Override
        public Rendering render(List<OutgoingItem> items) {
            return real.render(items);
        }

        @Override
        public Optional<String> fileExtension() {
            return real.fileExtension();
        }
    }
}
