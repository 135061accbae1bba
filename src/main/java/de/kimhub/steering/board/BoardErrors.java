package de.kimhub.steering.board;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Before the handler of all pages, which knows nothing of these. */
@ControllerAdvice(basePackageClasses = BoardErrors.class)
@Order(0)
class BoardErrors {

    @ExceptionHandler
    String refused(BoardRefused refused, Model model, HttpServletResponse response) {
        return page(refused.problem(), model, response);
    }

    /** Without the role, or without rights, no connection can be had. */
    @ExceptionHandler(CannotGetJdbcConnectionException.class)
    String noAccess(Model model, HttpServletResponse response) {
        return page(BoardProblem.NO_ACCESS, model, response);
    }

    private static String page(BoardProblem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return "fehler";
    }
}
