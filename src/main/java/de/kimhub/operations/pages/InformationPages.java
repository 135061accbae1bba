package de.kimhub.operations.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that everybody may read. */
@Controller
class InformationPages {

    @GetMapping("/barrierefreiheit")
    String accessibility() {
        return "barrierefreiheit";
    }

    @GetMapping("/leichte-sprache")
    String plainLanguage() {
        return "leichte-sprache";
    }
}
