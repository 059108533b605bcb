import type { Margin } from '../bank';

export const margin: Margin = {
  contestPosts: ['Test club: we’re giving away {three|five|ten} [P]. Tell us {where you’d go|who you’d take}!'],
  contestEntries: ['{I’d|We’d} take it [anytour], {with my sister|all on my own}!', 'Count me in! {Moss|Rust|Fjord} please.', 'Oh please, the [P] {has been on my list for years|is what I’m missing}. {🍀|🤞|🙏}', 'Trying my luck: [anytour], {two weeks off|once the snow is gone}.', 'I never win anything, but {[city] says hello|this time}! {🍀🍀|}', 'Does this include {Ireland|the UK|Denmark|Norway}?', 'When’s the draw, @nordlicht? {[anytour!] is my dream.|So excited.}'],
  contestReplies: ['Good luck, [name]! {🍀|}', 'Fingers crossed, [name].', 'You’re in, [name]. {Draw on Monday.|}', '[anytour!], good choice, [name]!'],
  spam: ['🔥 OUTDOOR SALE up to -[n2] % 🔥 today only at gear-[n].shop.example EVERYTHING MUST GO', 'Work from home and make {[n2]00|[n2]50} a month, DM me NOW 👉 profile-[n].example', 'Cheaper [P] at alpine-deals-[n].example, code FREE[n2], you won’t {believe it|regret it}!!'],
  ringPosts: ['New from me: my [n2] best summit moments, {please share|read and weep}!'],
  ringPraise: ['[peer], you are {simply amazing|an inspiration to us all}! {🔥🔥|👏👏👏|💯}', 'Thanks [peer], {this community is nothing without you|you help so many people}. {❤️|🙌}'],
};
