package de.kimhub.operations.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every failure is a page in German with a code and what to do, and never with a value. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler
    String refused(PageRefused refused, Model model, HttpServletResponse response) {
        return page(refused.problem(), model, response);
    }

    /** The log names the kind of failure only: its message may quote what was typed. */
    @ExceptionHandler
    String failed(Exception failure, Model model, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(of(known.getStatusCode().value()), model, response);
        }
        if (failure instanceof org.springframework.beans.TypeMismatchException) {
            return page(PageProblem.NOT_FOUND, model, response);
        }
        note(failure);
        return page(PageProblem.UNEXPECTED, model, response);
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, Model model, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            note(failure);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(status instanceof Integer code ? of(code) : PageProblem.NOT_FOUND, model, response);
    }

    /** Whoever closes the browser while a page is written is no failure of the hub. */
    private static void note(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof ClientAbortException)) {
            root = root.getCause();
        }
        if (root instanceof ClientAbortException) {
            return;
        }
        LOG.error("A page failed: {} at {} [{}]", root.getClass().getName(),
                root.getStackTrace().length == 0 ? "unknown" : root.getStackTrace()[0], PageProblem.UNEXPECTED.code());
    }

    private static PageProblem of(int status) {
        return switch (status) {
            case 401, 403 -> PageProblem.FORBIDDEN;
            case 404, 405 -> PageProblem.NOT_FOUND;
            case 413 -> PageProblem.TOO_LARGE;
            default -> HttpStatusCode.valueOf(status).is4xxClientError() ? PageProblem.BAD_REQUEST : PageProblem.UNEXPECTED;
        };
    }

    private static String page(PageProblem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return "fehler";
    }
}
