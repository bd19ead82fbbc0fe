package io.everythingmcp.conformance.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Viewport and colour scheme of a page. */
enum ViewportSize {
  DESKTOP {
    @Override
    NewContextOptions options() {
      return new NewContextOptions().setViewportSize(1280, 900);
    }
  },
  DARK {
    @Override
    NewContextOptions options() {
      return DESKTOP.options().setColorScheme(ColorScheme.DARK);
    }
  },
  PHONE {
    @Override
    NewContextOptions options() {
      return new NewContextOptions()
          .setViewportSize(390, 844)
          .setDeviceScaleFactor(2)
          .setHasTouch(true)
          .setIsMobile(true);
    }
  },
  WITHOUT_SCRIPTS {
    @Override
    NewContextOptions options() {
      return DESKTOP.options().setJavaScriptEnabled(false);
    }
  };

  /** Returns each page with each device on which its layout differs. */
  static Stream<Arguments> each(Set<String> pages) {
    return pages.stream()
        .sorted()
        .flatMap(page -> Stream.of(DESKTOP, PHONE).map(device -> Arguments.of(page, device)));
  }

  /** Returns the settings of a profile for the device. */
  abstract NewContextOptions options();
}
