package de.kimhub.runtime;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.linkage.review.FilePair;
import de.kimhub.linkage.review.LinkCorrections;
import de.kimhub.linkage.review.ReviewRules;
import de.kimhub.linkage.review.Reviewer;
import de.kimhub.linkage.review.Reviews;
import de.kimhub.privacy.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Possible matches: who decides stands in {@code hub.yaml}, which linkage does not know. */
@Configuration(proxyBeanMethods = false)
class ReviewWiring {

    @Bean
    ReviewRules reviewRules(HubConfiguration hub) {
        return new ReviewRules(hub.review().reviewers().stream()
                .map(one -> new Reviewer(one.name(), one.body(), one.boundToSecrecy())).toList(),
                hub.review().secondOpinion(), hub.review().thirdOpinion());
    }

    @Bean
    Reviews.Parts reviewParts(JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys, AuditLog audit,
                              Clock clock) {
        return new Reviews.Parts(jdbc, transactions, keys, audit, clock);
    }

    @Bean
    FilePair filePair(Reviews.Parts parts, ReviewRules rules, SourceCases cases, Explanations explanations) {
        return new FilePair(parts, rules, cases, explanations);
    }

    @Bean
    Reviews reviews(Reviews.Parts parts, ReviewRules rules, KnownFiles files, Explanations explanations,
                    PersonRegister register) {
        return new Reviews(parts, rules, files, explanations, register);
    }

    @Bean
    LinkCorrections linkCorrections(Reviews.Parts parts, ReviewRules rules, SourceCases cases, Reviews reviews,
                                    PersonRegister register) {
        return new LinkCorrections(parts, rules, cases, reviews, register);
    }
}
