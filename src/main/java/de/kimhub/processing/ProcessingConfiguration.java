package de.kimhub.processing;

import de.kimhub.connector.Installation;
import de.kimhub.message.Problem;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingFile;
import de.kimhub.sharing.SharingRules;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessingConfiguration.class);

    /** A rule with an error allows nothing; the others count. */
    @Bean
    Sharing sharing(Installation installation) {
        List<Problem> problems = new ArrayList<>();
        SharingRules rules = installation.sharing().map(file -> SharingFile.read(file, problems))
                .orElse(SharingRules.NONE);
        problems.forEach(problem -> LOG.warn("{}", problem));
        return new Sharing(rules);
    }
}
