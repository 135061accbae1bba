package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.DeliveryProblem;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void knowsTheCodesOfAllModulesEachGivenOnce() {
        ProblemTexts texts = new ProblemTexts();

        assertThat(texts.find("HUB-DLV-001")).contains(DeliveryProblem.ATTEMPT_FAILED);
        assertThat(texts.find("HUB-INT-012")).isPresent();
        assertThat(texts.find("HUB-RUN-021")).contains(RuntimeProblem.RECIPIENT_UNREACHABLE);
        assertThat(texts.find("HUB-XYZ-000")).isEmpty();
    }
}
