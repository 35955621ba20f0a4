package io.liquidationmap.api.problem;

import io.liquidationmap.api.representation.JsonWriter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers for errors that arose outside of any controller.
@Hidden
@RestController
class ProblemController implements ErrorController {

    private final JsonWriter json;

    ProblemController(JsonWriter json) {
        this.json = json;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        String requestId = RequestIdFilter.idOf(request);
        // The filter does not see what the web server refuses by itself.
        response.setHeader(RequestIdFilter.HEADER, requestId);
        Problem problem = Problem.of(ProblemCode.of(status), status, requestId);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(problem));
    }
}
