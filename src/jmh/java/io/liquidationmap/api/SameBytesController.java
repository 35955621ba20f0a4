package io.liquidationmap.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The least a handler can do: the bytes it was given. What the service's own answers are measured against; put beside
/// its classes, it is found by it.
@RestController
class SameBytesController {

    private volatile byte[] bytes = new byte[0];

    @PutMapping("/same-bytes")
    void answerWith(@RequestBody byte[] answer) {
        bytes = answer;
    }

    @GetMapping("/same-bytes")
    ResponseEntity<byte[]> sameBytes() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes);
    }
}
