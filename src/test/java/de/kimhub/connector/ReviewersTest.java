package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.HubConfiguration.Review;
import de.kimhub.connector.HubConfiguration.Reviewer;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewersTest {

    @TempDir
    Path product;
    private Folders folders;

    @BeforeEach
    void prepare() {
        folders = new Folders(product);
        folders.connector("kurs-csv");
        folders.kamelets();
        folders.instance("kurse-herford", "kurs-csv", "receive: {transport: file, folder: ../tools/kurse/export}\n");
    }

    @Test
    void reviewersAreReadWithTheDayOfTheirCommitment() {
        Review review = load("""
                review:
                  reviewers:
                    - {name: Anna Beispiel, body: kommunales-case-management, boundToSecrecy: 2026-01-15}
                    - {name: Bernd Muster, body: ki-koordination, boundToSecrecy: 2026-02-01}
                  secondOpinion: 5
                  thirdOpinion: P14D
                """).hub().review();

        assertThat(review.secondOpinion()).isEqualTo(5);
        assertThat(review.thirdOpinion()).isEqualTo(java.time.Period.ofDays(14));
        assertThat(review.reviewers()).contains(
                new Reviewer("Anna Beispiel", "kommunales-case-management", LocalDate.of(2026, 1, 15)));
    }

    @Test
    void withoutTheSectionNobodyDecides() {
        assertThat(load("").hub().review()).isEqualTo(Review.NOBODY);
    }

    @Test
    void allThatIsWrongWithReviewersComesAtOnceAndNoneOfThemDecidesAnything() {
        Installation installation = load("""
                review:
                  reviewers:
                    - {name: Anna Beispiel, body: auslaenderbehoerde, boundToSecrecy: 2026-01-15}
                    - {name: Bernd Muster, body: jobcenter, boundToSecrecy: 2026-02-31}
                    - {name: Carla Probe, body: ki-koordination, boundToSecrecy: 2999-01-01}
                    - {name: Dora Test, body: ki-koordination, boundToSecrecy: 2026-01-01}
                    - {name: Dora Test, body: sonstige, boundToSecrecy: 2026-01-01}
                """);

        assertThat(installation.problems()).extracting(problem -> problem.code().code()).containsExactly("HUB-CON-051",
                "HUB-CON-051", "HUB-CON-031", "HUB-CON-053", "HUB-CON-052");
        assertThat(installation.problems()).extracting(Problem::place).extracting(place -> place.line())
                .containsExactly(4L, 5L, 5L, 6L, 8L);
        assertThat(installation.problems().getFirst().text()).contains("auslaenderbehoerde", "residence");
        assertThat(installation.hub().review().reviewers()).extracting(Reviewer::name).containsExactly("Dora Test");
    }

    @Test
    void oneReviewerAloneCannotGiveASecondOpinion() {
        assertThat(load("""
                review: {reviewers: [{name: Anna Beispiel, body: sonstige, boundToSecrecy: 2026-01-15}]}
                """).problems()).extracting(problem -> problem.code().code()).containsExactly("HUB-CON-054");
    }

    @Test
    void theCommitmentToSecrecyIsNotOptional() {
        Installation installation = load("""
                review: {reviewers: [{name: Anna Beispiel, body: sonstige}]}
                """);
        assertThat(installation.problems()).singleElement().satisfies(problem ->
                assertThat(problem.text()).contains("'boundToSecrecy' is missing"));
    }

    private Installation load(String review) {
        folders.write("config/test/hub.yaml", "data: ../../data/test\n" + review);
        return Installations.load(folders.config, folders.shipped());
    }
}
