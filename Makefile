# What people do with this checkout. GNU make and BSD make read it alike.

PREFIX = /usr/local
SAMPLE = samples/notebook-ja
# Where demo writes.
DEMO = out/demo
# Where install finds the folders of the shells' completions.
SHARE = $(DESTDIR)$(PREFIX)/share

BUILD = swift build -c release --product doctree
# Foundation and the standard library in the program itself: it starts twice as fast. Apple's
# systems have them on board and no static ones.
STATIC = `[ "$$(uname)" = Darwin ] || echo --static-swift-stdlib`
DOCTREE = "$$($(BUILD) $(STATIC) --show-bin-path)/doctree"

.PHONY: all build demo test conformance install format check clean dependencies

all: build

dependencies:
	@Scripts/install-dependencies

build: dependencies
	$(BUILD) $(STATIC)

demo: build
	$(DOCTREE) build $(SAMPLE) $(DEMO)/html
	$(DOCTREE) build $(SAMPLE) $(DEMO)/text -b text
	@echo
	@echo "The sample $(SAMPLE) is built:"
	@echo "  HTML  $(DEMO)/html"
	@echo "  text  $(DEMO)/text"

test: dependencies
	swift test --parallel

conformance: dependencies
	swift test --filter ConformanceTests

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(DOCTREE) "$(DESTDIR)$(PREFIX)/bin/doctree"
	$(DOCTREE) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/doctree"
	$(DOCTREE) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_doctree"
	$(DOCTREE) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/doctree.fish"

format:
	Scripts/swift-files | xargs swift format -i -p

check:
	Scripts/check-layout
	Scripts/swift-files | xargs swift format lint --strict -p

clean:
	rm -rf out
	swift package clean
