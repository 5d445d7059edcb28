/// The policy that `alongside policy new` writes: every key with its default, explained.
public enum PolicyExample {
  /// The text; it reads as the defaults do.
  public static let text = """
    # What your organisation decided before it knew the figures. Every report prints it.
    # All but `organisation` and `accounts` may be left out; the values here are the defaults.
    # `alongside policy check FILE` says what is wrong with it.

    organisation: Riverside Council
    accounts:
      - platform: x                 # x, mastodon, bluesky, truthsocial …
        handle: riverside
        department: Press office    # optional
        followers: 49000            # optional
      - {platform: mastodon, handle: riverside@example.org}

    # What your posts can be about, found by rules. Leave it out for all that the packs know.
    # themes: [violence-against-women, anti-racism, children, memorial, emergency]

    # Neighbours that contradict what a post is about. They are counted apart and weigh more.
    # A list weighs what `weights: contradiction` says; `{racism: 2}` gives each its own weight.
    contradictions:
      violence-against-women: [explicit, sexism, abuse, threat]
      anti-racism: [racism, religious-hate, abuse, threat]
      faith: [religious-hate, racism, threat]
      lgbt: [homophobia, transphobia, abuse, threat]
      disability: [ableism, abuse, threat]
      children: [explicit, threat, profanity]
      memorial: [explicit, abuse, threat, profanity, racism, religious-hate]
      emergency: [explicit, threat, abuse]
      health: [explicit, abuse]
      elections: [threat, abuse, racism]
      recruitment: [explicit, racism, sexism, ableism, homophobia, transphobia]

    # From which tier on a neighbour is unsuitable: floor, high, medium, low or never.
    suitability:
      default: medium
      profanity: never

    # R(e) = 1 − Π (1 − min(1, severity · proximity · covered · contradiction · confidence))
    weights:
      severity: {floor: 1, high: 0.6, medium: 0.3, low: 0.1}
      proximity: [1, 0.5, 0.25]     # at one, two, three slots
      covered: 0.5                  # behind a content warning or blur
      contradiction: 1.5
    window: 3                       # slots above and below that are looked at
    minimum-exposures: 300          # fewer show no rate below 1 %

    # The suitability rate at a glance, by the upper end of its 95 % interval.
    bands: {amber: 1 %, red: 5 %}

    # The first clause whose figures all hold is stated, with its evidence. The figures: exposures,
    # captures, floor-exposures, contradictions (numbers); safety-, suitability- and contradiction-
    # rate, -low and -high (shares, and the ends of their 95 % intervals); reply-rate, mean-risk.
    # The postures: continue, continue-with-controls, critical-updates-only, suspend.
    postures:
      - posture: suspend
        when: {floor-exposures: at least 3, safety-low: at least 1 %}
      - posture: critical-updates-only
        when: {contradictions: at least 3, contradiction-low: at least 1 %}
      - posture: critical-updates-only
        when: {exposures: at least 30, suitability-low: at least 5 %}
      - posture: continue-with-controls
        # clause: "2.4 (a): any such neighbour is put before the monitoring officer"
        when: {floor-exposures: at least 1}
      - posture: continue-with-controls
        when: {contradictions: at least 1}
      - posture: continue-with-controls
        when: {suitability-high: at least 1 %}
    otherwise: continue

    review-interval: 90 days
    # alternatives: [mastodon, bluesky]      # Plan B: measured on the same protocol

    # How well the packs tell posts apart, from `alongside rules eval`: a share, and of how many
    # posts. Without it no rate is corrected.
    # accuracy:
    #   safety: {sensitivity: 0.7 of 400, specificity: 0.999 of 10000}
    #   suitability: {sensitivity: 0.8 of 900, specificity: 0.995 of 10000}

    """
}
