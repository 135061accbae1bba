package de.kimhub.linkage.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Learns the shipped tables of sounds from their sources, which lie in one folder; README.md beside the shipped tables says
 * what they are. Same sources, same tables: nothing is left to chance but what is drawn with fixed seeds.
 */
final class SoundCostsSources {

    private static final int ROUNDS = 10;
    private static final double PULL_OF_LATIN = 0.3, PULL_OF_OTHERS = 0.2;
    /** So that the levels of {@code comparison.Names} keep their meaning. */
    private static final double MORE_ROOM_FOR_LATIN = 1.12;

    private final Path folder;
    private final Random random = new Random(11);

    private SoundCostsSources(Path folder) {
        this.folder = folder;
    }

    /** The lines of {@code sounds-latin.csv}. */
    static List<String> latin(Path folder) throws IOException {
        SoundCostsSources sources = new SoundCostsSources(folder);
        List<LearningExample> examples = new ArrayList<>(sources.spellings("names_arabic_latin.tsv").amongLatin());
        examples.addAll(sources.spellings("names_russian_latin.tsv").amongLatin());
        SoundParameters linking = SoundCostsTable.latin("linking-costs.csv");
        examples.addAll(new PeopleExamples(folder.resolve("muni_dev.csv"), linking, sources.random).all());
        return learnt(StartingTable.LATIN, examples, PULL_OF_LATIN, MORE_ROOM_FOR_LATIN);
    }

    /** The lines of {@code sounds-arabic.csv}. */
    static List<String> arabic(Path folder) throws IOException {
        SoundCostsSources sources = new SoundCostsSources(folder);
        List<LearningExample> examples = new ArrayList<>(sources.spellings("names_arabic_latin.tsv").acrossScripts());
        examples.addAll(new SpellingExamples(SpellingPair.checked(folder.resolve("ar2en-train.txt")), sources.random)
                .acrossScripts());
        return learnt(StartingTable.ARABIC, examples, PULL_OF_OTHERS, 1);
    }

    /** The lines of {@code sounds-cyrillic.csv}. */
    static List<String> cyrillic(Path folder) throws IOException {
        List<LearningExample> examples = new SoundCostsSources(folder).spellings("names_russian_latin.tsv").acrossScripts();
        return learnt(StartingTable.CYRILLIC, examples, PULL_OF_OTHERS, 1);
    }

    private SpellingExamples spellings(String table) throws IOException {
        return new SpellingExamples(SpellingPair.counted(folder.resolve(table)), random);
    }

    private static List<String> learnt(StartingTable start, List<LearningExample> examples, double pull, double moreRoom) {
        SoundParameters parameters = start.parameters();
        new SoundCostsLearning(parameters, pull).learn(examples, ROUNDS);
        return new SoundCostsTable(parameters, start.firsts(), StartingTable.seconds(), moreRoom).lines();
    }
}
